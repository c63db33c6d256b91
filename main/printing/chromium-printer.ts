/** Prints through a Chromium of this machine, over the pipe of its DevTools protocol: no port, no network. */
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable, Writable } from 'node:stream';
import type { PagePrinter } from './make-pdf.ts';

const ARGS = [
  '--headless',
  '--remote-debugging-pipe',
  '--disable-gpu',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-extensions',
];
/** A Chromium that nobody prints with any more is ended after so long: nothing runs when idle. */
const LINGER_MS = 60_000;

/** Starts Chromium with the first print, and keeps its page for those that follow. */
export function createChromiumPrinter(executable: string): PagePrinter {
  let running: Chromium | undefined;
  let linger: NodeJS.Timeout | undefined;
  let last: Promise<unknown> = Promise.resolve();
  const stop = () => {
    clearTimeout(linger);
    running?.close();
    running = undefined;
  };
  async function print(html: string, signal: AbortSignal): Promise<Uint8Array> {
    signal.throwIfAborted();
    clearTimeout(linger);
    signal.addEventListener('abort', stop, { once: true });
    try {
      running ??= startChromium(executable);
      return await printIn(running, html);
    } catch (error) {
      stop();
      signal.throwIfAborted();
      throw error;
    } finally {
      signal.removeEventListener('abort', stop);
      linger = setTimeout(stop, LINGER_MS);
      linger.unref();
    }
  }
  process.once('exit', stop);
  return {
    print(html, signal) {
      const next = last.then(() => print(html, signal));
      last = next.catch(() => undefined);
      return next;
    },
  };
}

async function printIn({ send, page }: Chromium, html: string): Promise<Uint8Array> {
  const { session, frameId } = await page;
  await send('Page.setDocumentContent', { frameId, html }, session);
  await send(
    'Runtime.evaluate',
    { expression: 'document.fonts.ready.then(() => 0)', awaitPromise: true },
    session,
  );
  const { data } = await send(
    'Page.printToPDF',
    {
      preferCSSPageSize: true,
      printBackground: true,
      generateTaggedPDF: true,
      generateDocumentOutline: true,
    },
    session,
  );
  return Buffer.from(String(data), 'base64');
}

type Answer = Record<string, unknown>;
type Send = (method: string, params: Answer, session?: string) => Promise<Answer>;

interface Chromium {
  send: Send;
  page: Promise<{ session: string; frameId: string }>;
  close(): void;
}

function startChromium(executable: string): Chromium {
  const profile = mkdtempSync(join(tmpdir(), 'october-print-'));
  // Chromium refuses its sandbox to root, which is what containers and the tests run as.
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const child = spawn(executable, [...ARGS, ...asRoot, `--user-data-dir=${profile}`, 'about:blank'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'],
  });
  const waiting = new Map<number, PromiseWithResolvers<Answer>>();
  const end = (error: Error) => {
    for (const { reject } of waiting.values()) reject(error);
    waiting.clear();
  };
  child.once('error', end);
  child.once('exit', () => {
    end(new Error('Chromium ended before the print was done'));
    rmSync(profile, { recursive: true, force: true, maxRetries: 3 });
  });
  hear(child, waiting);
  let count = 0;
  const [, , , input] = child.stdio as unknown as [null, null, null, Writable];
  input.on('error', () => undefined);
  const send: Send = (method, params, session) => {
    count += 1;
    const answer = Promise.withResolvers<Answer>();
    waiting.set(count, answer);
    input.write(`${JSON.stringify({ id: count, method, params, ...(session && { sessionId: session }) })}\0`);
    return answer.promise;
  };
  const page = openPage(send);
  page.catch(() => undefined);
  return { send, page, close: () => void child.kill('SIGKILL') };
}

async function openPage(send: Send): Promise<{ session: string; frameId: string }> {
  const { targetId } = await send('Target.createTarget', { url: 'about:blank' });
  const { sessionId } = await send('Target.attachToTarget', { targetId, flatten: true });
  const session = String(sessionId);
  const { frameTree } = await send('Page.getFrameTree', {}, session);
  return { session, frameId: (frameTree as { frame: { id: string } }).frame.id };
}

/** Messages end with a null byte. */
function hear(child: ChildProcess, waiting: Map<number, PromiseWithResolvers<Answer>>): void {
  const output = child.stdio[4] as Readable;
  let parts: Buffer[] = [];
  output.on('data', (chunk: Buffer) => {
    let rest = chunk;
    for (let at = rest.indexOf(0); at >= 0; at = rest.indexOf(0)) {
      const text = Buffer.concat([...parts, rest.subarray(0, at)]).toString('utf8');
      parts = [];
      rest = rest.subarray(at + 1);
      settle(JSON.parse(text) as Message, waiting);
    }
    parts.push(rest);
  });
}

interface Message {
  id?: number;
  result?: Answer;
  error?: { message: string };
}

function settle({ id, result, error }: Message, waiting: Map<number, PromiseWithResolvers<Answer>>): void {
  if (id === undefined) return;
  const answer = waiting.get(id);
  waiting.delete(id);
  if (error) answer?.reject(new Error(error.message));
  else answer?.resolve(result ?? {});
}
