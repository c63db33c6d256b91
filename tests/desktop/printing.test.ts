import { mkdir, mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchDesktop, type Desktop } from './launch-desktop.ts';

let desktop: Desktop;
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'october-pdf-'));
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

// The save dialog is the system's own; only the stand-in can answer it.
describe('Save as PDF', () => {
  it('saves the page where the reader chooses, tagged, and offers to show it', async ({ skip }) => {
    if (!desktop.standIn) return skip();
    const { record } = desktop.standIn;
    const filePath = join(folder, 'july.pdf');
    record.answers.push({ filePath });
    await desktop.choose('savePdf');
    await desktop.page.getByText(`Saved as ${filePath}.`).waitFor();
    expect(record.asked.at(-1)?.detail).toContain('The July Days 1917.pdf');
    const pdf = await readFile(filePath, 'latin1');
    expect(pdf.slice(0, 5)).toBe('%PDF-');
    expect(pdf).toContain('/StructTreeRoot');
    expect(pdf).toContain('/Outlines');
    await desktop.page.getByRole('button', { name: 'Show in folder' }).click();
    await expect.poll(() => record.shownFiles).toEqual([filePath]);
    await desktop.page.getByRole('button', { name: 'Close this message' }).click();
  });

  it('remembers the folder, and leaves everything as it was when the dialog is cancelled', async ({
    skip,
  }) => {
    if (!desktop.standIn) return skip();
    await desktop.choose('savePdf');
    await expect.poll(() => desktop.standIn?.record.asked.at(-1)?.detail).toContain(folder);
    expect(await readdir(folder)).toEqual(['july.pdf']);
  });

  it.each([
    ['a folder that is gone', (to: string) => join(to, 'gone', 'x.pdf'), 'The folder is not there any more'],
    ['a file that cannot be replaced', (to: string) => join(to, 'taken.pdf'), 'The PDF could not be saved'],
  ])('says what is wrong with %s, and leaves nothing half-written', async (_name, path, sentence) => {
    if (!desktop.standIn) return;
    const { record } = desktop.standIn;
    await mkdir(join(folder, 'taken.pdf'), { recursive: true });
    record.answers.push({ filePath: path(folder) });
    const asked = record.asked.length;
    await desktop.choose('savePdf');
    await expect.poll(() => record.asked.length).toBe(asked + 2);
    const { message, detail } = record.asked.at(-1) ?? {};
    expect(`${message}. ${detail}`).toContain(sentence);
    expect((await readdir(folder)).sort()).toEqual(['july.pdf', 'taken.pdf']);
  });

  it('prints by the system’s dialog', async ({ skip }) => {
    if (!desktop.standIn) return skip();
    await desktop.choose('print');
    expect(desktop.standIn.record.printed).toBe(1);
  });
});
