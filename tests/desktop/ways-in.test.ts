import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchDesktop, type Desktop } from './launch-desktop.ts';

let desktop: Desktop;
let folder: string;
const file = (name: string) => join(folder, name);

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'october-files-'));
  await writeFile(
    file('notes.md'),
    '---\nkey: value\n---\n# My *notes*\n\nOn [the order](october://events/order-no-1).\n\n<script>alert(1)</script>\n\n# Again\n',
  );
  await writeFile(file('picture.txt'), Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0xff, 0xfe]));
  desktop = await launchDesktop({ args: ['october://guides/the-june-days-1917'] });
  await desktop.page.locator('main h1').waitFor();
});
afterAll(async () => {
  await desktop.close();
  await rm(folder, { recursive: true, force: true });
});

describe('a link', () => {
  it('given at the start opens its entry instead of the start page', async () => {
    expect(await desktop.page.locator('h1').innerText()).toBe('The June Days 1917');
    expect(await desktop.pages()).toHaveLength(1);
  });

  it('given to a second start opens in the window that is there, at its paragraph', async () => {
    await desktop.startAgain('october://stages/february#p9');
    await desktop.page.waitForURL((url) => url.pathname === '/stages/february' && url.hash === '#p9');
    expect(await desktop.pages()).toHaveLength(1);
  });

  it('sent by the system as an event opens too', async ({ skip }) => {
    if (!desktop.standIn) return skip();
    desktop.standIn.app.emit(
      'open-url',
      { preventDefault: () => undefined },
      'october://people/julius-martov',
    );
    await desktop.page.getByRole('heading', { level: 1, name: 'Julius Martov' }).waitFor();
  });

  it('to an entry that does not exist shows the page that helps', async () => {
    await desktop.startAgain('october://people/kerenski');
    await desktop.page.getByText('There is nothing in the library at').waitFor();
  });
});

describe('a file', () => {
  it('opens as a text of its own: title, numbered paragraphs, links into the library, no script', async () => {
    await desktop.startAgain(file('notes.md'));
    await desktop.page.getByRole('heading', { level: 1, name: 'My notes' }).waitFor();
    expect(await desktop.page.locator('h1').count()).toBe(1);
    expect(await desktop.page.locator('main script').count()).toBe(0);
    await desktop.page.getByRole('link', { name: 'the order' }).click();
    await desktop.page.getByRole('heading', { level: 1, name: 'Order No. 1' }).waitFor();
    await desktop.choose('back');
    await desktop.page.getByRole('heading', { level: 1, name: 'My notes' }).waitFor();
  });

  it.each([
    ['gone.md', 'gone.md is not there any more'],
    ['picture.txt', 'picture.txt is not text in UTF-8'],
  ])('%s that cannot be opened: a sentence says why', async (name, sentence) => {
    if (!desktop.standIn) return;
    await desktop.startAgain(file(name));
    await expect.poll(() => desktop.standIn?.record.asked.at(-1)?.detail).toContain(sentence);
  });

  it('is chosen in a dialog by File, Open…', async ({ skip }) => {
    if (!desktop.standIn) return skip();
    await desktop.choose('home');
    await desktop.page.waitForURL((url) => url.pathname === '/');
    desktop.standIn.record.answers.push({ filePaths: [file('notes.md')] });
    await desktop.choose('open');
    await desktop.page.getByRole('heading', { level: 1, name: 'My notes' }).waitFor();
  });
});

describe('a second start', () => {
  it('without anything to open gives another window', async () => {
    await desktop.startAgain();
    await expect.poll(async () => (await desktop.pages()).length).toBe(2);
    await desktop.choose('closeWindow');
  });
});
