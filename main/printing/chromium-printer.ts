/** Prints through a Chromium of this machine, over the pipe of its DevTools protocol: no port, no network. */
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable, Writable } from 'node:stream';
import type { PagePrinter } from './make-pdf.ts';
import { createLinger } from './linger.ts';
import { createPool, usePooled, type Pool } from './pool.ts';
import { LOAD_FONTS } from './print-fonts.ts';

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
/** Processes of Chromium's may hold files for a moment after it has ended. */
const REMOVAL = { recursive: true, force: true, maxRetries: 5, retryDelay: 100 } as const;
/** Pages that print side by side: as many as a print has halves. */
const MOST_PAGES = 2;

/** Starts Chromium with the first print, and keeps its pages for those that follow. */
export function createChromiumPrinter(executable: string): PagePrinter {
  let running: Chromium | undefined;
  /** Another may have been started since, and that one is left alone. */
  const stop = (chromium: Chromium | undefined) => {
    chromium?.close();
    if (running === chromium) running = undefined;
  };
  const linger = createLinger(() => stop(running));
  return {
    print: (html, { signal, tagged }) =>
      linger.during(async () => {
        signal.throwIfAborted();
        if (running?.hasEnded()) running = undefined;
        const chromium = (running ??= startChromium(executable));
        const { pages, send } = chromium;
        try {
          return await usePooled(
            pages,
            signal,
            (page) => printIn(page, send, html, tagged),
            // Chromium ends a page in the middle of a print with its process.
            ({ targetId }) => void send('Target.closeTarget', { targetId }).catch(() => undefined),
          );
        } catch (error) {
          signal.throwIfAborted();
          stop(chromium);
          throw error;
        }
      }),
  };
}

async function printIn(
  { session, frameId }: Page,
  send: Send,
  html: string,
  tagged: boolean,
): Promise<Uint8Array> {
  // A new document each time, for the policy of the last one would still hold.
  await send('Page.navigate', { url: 'about:blank' }, session);
  await send('Page.setDocumentContent', { frameId, html }, session);
  await send('Runtime.evaluate', { expression: LOAD_FONTS, awaitPromise: true }, session);
  const how = { generateTaggedPDF: tagged, generateDocumentOutline: tagged };
  const { data } = await send(
    'Page.printToPDF',
    { preferCSSPageSize: true, printBackground: true, ...how },
    session,
  );
  return Buffer.from(String(data), 'base64');
}

type Answer = Record<string, unknown>;
type Send = (method: string, params: Answer, session?: string) => Promise<Answer>;

interface Page {
  targetId: string;
  session: string;
  frameId: string;
}

interface Chromium {
  send: Send;
  pages: Pool<Page>;
  hasEnded(): boolean;
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
  let ended: Error | undefined;
  const close = () => void child.kill('SIGKILL');
  const end = (error: Error) => {
    ended ??= error;
    for (const { reject } of waiting.values()) reject(error);
    waiting.clear();
    process.removeListener('exit', leave);
    void rm(profile, REMOVAL).catch(() => undefined);
  };
  // Neither Chromium nor its profile may outlive the program.
  const leave = () => {
    close();
    try {
      rmSync(profile, REMOVAL);
    } catch {
      // Windows removes no file that is still open; the system clears its temporary files itself.
    }
  };
  process.once('exit', leave);
  child.once('error', end);
  child.once('exit', () => end(new Error('Chromium ended before the print was done')));
  hear(child, waiting);
  let count = 0;
  const [, , , input] = child.stdio as unknown as [null, null, null, Writable];
  input.on('error', () => undefined);
  const send: Send = (method, params, session) => {
    if (ended) return Promise.reject(ended);
    count += 1;
    const answer = Promise.withResolvers<Answer>();
    waiting.set(count, answer);
    input.write(`${JSON.stringify({ id: count, method, params, ...(session && { sessionId: session }) })}\0`);
    return answer.promise;
  };
  const pages = createPool(MOST_PAGES, () => openPage(send));
  return { send, pages, close, hasEnded: () => ended !== undefined };
}

async function openPage(send: Send): Promise<Page> {
  const { targetId } = await send('Target.createTarget', { url: 'about:blank' });
  const { sessionId } = await send('Target.attachToTarget', { targetId, flatten: true });
  const session = String(sessionId);
  const { frameTree } = await send('Page.getFrameTree', {}, session);
  const { id } = (frameTree as { frame: { id: string } }).frame;
  return { targetId: String(targetId), session, frameId: id };
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
