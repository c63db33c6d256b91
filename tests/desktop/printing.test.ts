import { spawnSync } from 'node:child_process';
import { mkdir, mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readPdf } from '../support/read-pdf.ts';
import { launchDesktop, type Desktop } from './launch-desktop.ts';

/** A print under way takes a moment on a loaded machine. */
const PATIENT = { timeout: 15_000 };
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
    const pdf = await readPdf(await readFile(filePath));
    expect(pdf.tagged).toBe(true);
    expect(pdf.info).toMatchObject({ Title: 'The July Days 1917', Language: 'en' });
    expect(pdf.outline.map(({ title }) => title)).toContain('Questions');
    // The print of the entry, not of the window: its own running heads, and pages counted.
    expect(pdf.pages[1]?.text).toContain('In Defence of October The July Days 1917');
    expect(pdf.pages.at(-1)?.text).toContain(`${pdf.pages.length} / ${pdf.pages.length}`);
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

  it('says that the disk is full, and leaves nothing half-written', async ({ skip }) => {
    if (!desktop.standIn) return skip();
    const small = join(folder, 'small-disk');
    await mkdir(small);
    const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=16k', 'tmpfs', small]).status === 0;
    if (!mounted) return skip('a small disk can only be mounted as root');
    try {
      const { record } = desktop.standIn;
      const asked = record.asked.length;
      record.answers.push({ filePath: join(small, 'july.pdf') });
      await desktop.choose('savePdf');
      await expect.poll(() => record.asked.length, PATIENT).toBe(asked + 2);
      expect(record.asked.at(-1)).toMatchObject({
        message: 'The PDF could not be saved',
        detail: expect.stringContaining('The disk is full'),
      });
      expect(await readdir(small)).toEqual([]);
    } finally {
      spawnSync('umount', [small]);
    }
  });

  it('saves other pages as they stand', async ({ skip }) => {
    if (!desktop.standIn) return skip();
    const filePath = join(folder, 'people.pdf');
    desktop.standIn.record.answers.push({ filePath });
    await desktop.choose('people');
    await desktop.page.locator('main h1', { hasText: 'People' }).waitFor();
    await desktop.choose('savePdf');
    await desktop.page.getByText(`Saved as ${filePath}.`).waitFor();
    expect((await readPdf(await readFile(filePath))).pages[0]?.text).toContain('Mikhail Alekseev');
    await rm(filePath);
  });
});

describe('Print', () => {
  it('of a page that is no entry opens the system’s dialog at once', async ({ skip }) => {
    if (!desktop.standIn) return skip();
    const { record } = desktop.standIn;
    await desktop.choose('print');
    await expect.poll(() => record.printJobs.length).toBe(1);
    expect(record.printJobs[0]?.address).toBe('archive://library/people');
  });

  it('of an entry shows its pages, and then opens the dialog on what is shown', async ({ skip }) => {
    if (!desktop.standIn) return skip();
    const { record } = desktop.standIn;
    const { page } = desktop;
    await desktop.choose('guides');
    await page.getByRole('link', { name: 'The July Days 1917' }).click();
    await page.locator('article').waitFor();
    await desktop.choose('print');
    await page.getByRole('img', { name: /Page 1 of \d/ }).waitFor();
    await page.getByLabel('US Letter').check();
    await expect.poll(() => page.getByRole('button', { name: 'Print…' }).isEnabled(), PATIENT).toBe(true);
    await desktop.choose('print');
    await expect.poll(() => record.printJobs.at(-1)?.options.pageSize, PATIENT).toBe('Letter');
    expect(record.printJobs.at(-1)?.address).toMatch(/^archive:\/\/library\/printing\/[0-9a-f-]{36}$/);
  });

  it('says why it could not, and nothing when the dialog was cancelled', async ({ skip }) => {
    if (!desktop.standIn) return skip();
    const { record } = desktop.standIn;
    const asked = record.asked.length;
    const printed = record.printed;
    record.printFailures.push('Print job canceled', 'Invalid printer settings');
    await desktop.choose('print');
    await expect.poll(() => record.printed, PATIENT).toBe(printed + 1);
    await desktop.choose('print');
    await expect.poll(() => record.asked.length, PATIENT).toBe(asked + 1);
    expect(record.asked.at(-1)).toEqual({
      message: 'The page could not be printed',
      detail:
        'Invalid printer settings. Choose another printer or paper, or save it as a PDF and print that.',
    });
  });

  it('saves what is shown, and refuses an address that is no print', async ({ skip }) => {
    if (!desktop.standIn) return skip();
    const { record } = desktop.standIn;
    const filePath = join(folder, 'shown.pdf');
    record.answers.push({ filePath });
    await desktop.page.getByRole('button', { name: 'Save as PDF' }).click();
    await desktop.page.getByText(`Saved as ${filePath}.`).waitFor();
    expect((await readPdf(await readFile(filePath))).pages[0]?.width).toBeCloseTo(612, 0);
    const home = 'archive://library/';
    for (const address of ['/api/prints/x/document', '/people', 'https://example.org/']) {
      await expect(desktop.standIn.invokeFrom(home, 'print-document', address, 'a4')).rejects.toThrow();
    }
  });

  it('makes its pages in windows that nobody sees and that keep nothing alive', async ({ skip }) => {
    if (!desktop.standIn) return skip();
    const { record } = desktop.standIn;
    const hidden = record.windows.filter(({ visible }) => !visible);
    expect(hidden.length).toBeGreaterThan(0);
    for (const { options } of hidden) {
      expect(options.webPreferences).toMatchObject({
        sandbox: true,
        contextIsolation: true,
        nodeIntegration: false,
      });
      expect(options.webPreferences?.preload).toBeUndefined();
    }
    expect((await desktop.pages()).length).toBe(1);
    const quit = record.quit;
    record.windows.find(({ visible }) => visible)?.close();
    expect(record.windows.length).toBe(0);
    if (process.platform !== 'darwin') expect(record.quit).toBe(quit + 1);
  });
});
