/** The print document of a browser, and prints that are refused, stopped, or not kept any more. */
import { describe, expect, it } from 'vitest';
import type { PrintMessage } from '../../main/archive/print-routes.ts';
import { PrintReader } from '../support/print-reader.ts';

const GUIDE = 'guides/the-july-days-1917';
const prints = new PrintReader();

async function firstMessage(query: string, signal: AbortSignal): Promise<PrintMessage> {
  const response = await fetch(`${prints.served.origin}/api/prints?${query}`, { signal });
  const { value = new Uint8Array() } = (await response.body?.getReader().read()) ?? {};
  return JSON.parse(new TextDecoder().decode(value).split('\n')[0] ?? '') as PrintMessage;
}

describe('the print document of a browser', () => {
  it('needs nothing else, runs nothing, is light, opens what is folded, and may be framed by our own pages', async () => {
    const response = await fetch(`${prints.served.origin}/print/document?entries=${GUIDE}`);
    const html = await response.text();
    expect(html).not.toMatch(/<script|<link|<img|url\((?!data:)|(?:src|href)="(?!#)/);
    expect(html).toContain('color-scheme:only light');
    expect(html).not.toMatch(/<details(?![^>]*open)/);
    expect(html).not.toContain('class="n"');
    const policy = response.headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("frame-ancestors 'self'");
    expect(policy).not.toContain('unsafe');
  });
});

describe('a print that cannot be made', () => {
  it.each([
    ['entries=', 400, 'There is nothing to print'],
    ['entries=people/nobody', 404, '/people/nobody is not in the library'],
    ['entries=people', 400, 'guides/the-july-days-1917'],
    ['list=chronicle&from=1917-03-01&to=1917-02-01', 400, 'Put the earlier day first'],
    ['list=chronicle&from=yesterday', 400, 'from: is not a day. Write it as 1917-02-23.'],
    ['list=search&q=lenin&year=17', 400, 'Write the year with four digits'],
    [`entries=${GUIDE}&answers=yes`, 400, 'answers: is 0 or 1'],
    [`entries=${GUIDE}&paper=a3`, 400, 'paper'],
  ])('%s says so', async (query, status, sentence) => {
    for (const path of ['/api/prints', '/print/document']) {
      const response = await fetch(`${prints.served.origin}${path}?${query}`);
      expect(response.status).toBe(status);
      expect(await response.text()).toContain(sentence);
    }
  });

  it('asks to make it again where it is not kept any more', async () => {
    const made = (title: number) => prints.ready(`entries=terms/soviet&title=${title}`);
    const first = await made(1);
    const statusOf = async () => (await fetch(prints.served.origin + first.pdf)).status;
    expect(await statusOf()).toBe(200);
    for (const title of [2, 3, 4, 5]) await made(title);
    expect(await statusOf()).toBe(404);
    expect(await (await fetch(prints.served.origin + first.document)).text()).toContain('Make it again');
  });

  it('names a file that every system takes', async () => {
    const { pdf } = await prints.ready(`entries=terms/soviet&title=${encodeURIComponent('1/2: "July"?')}`);
    const { headers } = await fetch(prints.served.origin + pdf);
    expect(decodeURIComponent(headers.get('content-disposition') ?? '')).toContain("UTF-8''1 2 July.pdf");
  });

  it.each(['cross-site', 'same-site'])('is not begun from another site: %s', async (site) => {
    const response = await fetch(`${prints.served.origin}/api/prints?entries=${GUIDE}`, {
      headers: { 'Sec-Fetch-Site': site },
    });
    expect(response.status).toBe(403);
  });
});

describe('stopping', () => {
  it('ends at once, keeps nothing, and lets the next print begin', async () => {
    const controller = new AbortController();
    const query = 'list=glossary&size=easy';
    const stopped = prints.messages(query, controller.signal);
    setTimeout(() => controller.abort(), 300);
    await expect(stopped).rejects.toThrow(/abort/i);
    // Had it gone on, it would be kept, and be ready at once.
    const again = new AbortController();
    const first = await firstMessage(query, again.signal);
    again.abort();
    expect(first).toEqual({ step: 'layout' });
    const steps = await prints.messages('entries=terms/soviet');
    expect(steps.at(-1)).toHaveProperty('ready');
    expect(prints.served.errors()).toBe('');
  });

  it('tells where it is, and can be stopped by its name', async () => {
    const response = await fetch(`${prints.served.origin}/api/prints?list=glossary&size=large&job=by-name`);
    const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
    let told = (await reader?.read())?.value ?? '';
    expect(told).toMatch(/^\{"step":"layout"\}\n/);
    expect((await stop('by-name')).status).toBe(204);
    for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) told += part.value;
    const last = JSON.parse(told.trim().split('\n').at(-1) ?? '') as PrintMessage;
    expect(last).toMatchObject({ problem: { title: 'The print was stopped' } });
  });

  it('says so too where it is stopped before anything was laid out', async () => {
    for (const delay of [0, 5, 15, 40, 90]) {
      const name = `early-${delay}`;
      const answer = prints.messages(`list=glossary&size=large&title=${name}&job=${name}`);
      await new Promise((resolve) => setTimeout(resolve, delay));
      await stop(name);
      const last = (await answer).at(-1);
      // Asked for before it was begun, there is nothing to stop yet.
      expect(JSON.stringify(last)).toMatch(/"The print was stopped"|"ready"/);
    }
    expect(prints.served.errors()).toBe('');
  });

  async function stop(job: string): Promise<Response> {
    const page = await fetch(prints.served.entry, { redirect: 'manual' });
    const cookie = page.headers.get('set-cookie')?.split(';')[0] ?? '';
    return fetch(`${prints.served.origin}/api/prints?job=${job}`, { method: 'DELETE', headers: { cookie } });
  }
});
