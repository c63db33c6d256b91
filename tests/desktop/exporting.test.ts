import { mkdir, mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchDesktop, type Desktop } from './launch-desktop.ts';

let desktop: Desktop;
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'october-export-'));
  desktop = await launchDesktop();
  await desktop.page.locator('main h1').waitFor();
  await desktop.choose('guides');
  await desktop.page.getByRole('link', { name: 'The July Days 1917' }).click();
  await desktop.page.locator('article').waitFor();
});
afterAll(async () => {
  await desktop.close();
  await rm(folder, { recursive: true, force: true });
});

/** Presses Export in the dialog, opened from the menu where it is not open. */
async function exportNow(): Promise<void> {
  const dialog = desktop.page.getByRole('dialog', { name: 'Export' });
  if (!(await dialog.isVisible())) await desktop.choose('export');
  await dialog.getByRole('button', { name: 'Export', exact: true }).click();
}

// The save dialog is the system's own; only the stand-in can answer it.
describe('File > Export…', () => {
  it('saves the entry where the reader chooses, and offers to show it', async ({ skip }) => {
    if (!desktop.standIn) return skip();
    const { record } = desktop.standIn;
    const filePath = join(folder, 'july.epub');
    record.answers.push({ filePath });
    await exportNow();
    await desktop.page.getByText('The file is ready.').waitFor();
    expect(record.asked.at(-1)?.detail).toContain('The July Days 1917.epub');
    expect((await readFile(filePath, 'latin1')).slice(0, 58)).toContain('mimetypeapplication/epub+zip');
    await desktop.page.keyboard.press('Escape');
    await desktop.page.getByText(`Saved as ${filePath}.`).waitFor();
    await desktop.page.getByRole('button', { name: 'Show in folder' }).click();
    await expect.poll(() => record.shownFiles).toEqual([filePath]);
  });

  it('remembers the folder, and writes nothing when the dialog is cancelled', async ({ skip }) => {
    if (!desktop.standIn) return skip();
    await exportNow();
    await desktop.page.getByText('Stopped. Nothing was saved.').waitFor();
    expect(desktop.standIn.record.asked.at(-1)?.detail).toContain(folder);
    expect(await readdir(folder)).toEqual(['july.epub']);
  });

  it.each([
    ['a folder that is gone', (to: string) => join(to, 'gone', 'x.epub'), 'The folder is not there any more'],
    ['a file that cannot be replaced', (to: string) => join(to, 'taken.epub'), 'The file could not be saved'],
  ])('says what is wrong with %s, and leaves nothing half-written', async (_name, path, sentence) => {
    if (!desktop.standIn) return;
    const { record } = desktop.standIn;
    await mkdir(join(folder, 'taken.epub'), { recursive: true });
    record.answers.push({ filePath: path(folder) });
    const asked = record.asked.length;
    await exportNow();
    await expect.poll(() => record.asked.length).toBe(asked + 2);
    const { message, detail } = record.asked.at(-1) ?? {};
    expect(`${message}. ${detail}`).toContain(sentence);
    expect((await readdir(folder)).sort()).toEqual(['july.epub', 'taken.epub']);
  });

  it('tells the window what the archive refuses', async ({ skip }) => {
    if (!desktop.standIn) return skip();
    const asked = desktop.standIn.record.asked.length;
    const ended = await desktop.page.evaluate(() =>
      (
        globalThis as unknown as { desktop: { exportFile(address: string): Promise<unknown> } }
      ).desktop.exportFile('/api/exports/epub?entries=people/nobody'),
    );
    expect(ended).toMatchObject({
      outcome: 'refused',
      detail: expect.stringContaining('No such entry') as string,
    });
    expect(desktop.standIn.record.asked).toHaveLength(asked);
  });

  it.each([
    '/api/settings',
    '/api/exports/../settings?x',
    'https://example.org/api/exports/epub?a',
    '/api/exports/epub?a#b',
  ])('takes no address but an export’s: %s', async (address) => {
    if (!desktop.standIn) return;
    await expect(desktop.standIn.invokeFrom('archive://library/', 'export', address)).rejects.toThrow(
      'invalid_format',
    );
  });
});
