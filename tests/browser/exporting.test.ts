import { readFile } from 'node:fs/promises';
import type { Browser, Page } from 'playwright-core';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '../support/browser.ts';
import { serveLibrary, type ServedLibrary } from '../support/served-library.ts';
import { openView } from '../support/views.ts';
import { AxeBuilder } from './axe.ts';

let browser: Browser;
let served: ServedLibrary;
beforeAll(async () => {
  [browser, served] = await Promise.all([launchBrowser(), serveLibrary()]);
});
afterAll(async () => {
  await browser.close();
  await served.stop();
});

async function openDialog(address: string): Promise<Page> {
  const page = await openView(browser, address, { baseURL: served.origin });
  await page.getByRole('button', { name: 'Export…' }).click();
  await page.getByRole('dialog', { name: 'Export' }).waitFor();
  return page;
}

describe('Export… in a browser', () => {
  it('downloads an EPUB of a guide with its readings', async () => {
    const page = await openDialog('/guides/the-july-days-1917');
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Export', exact: true }).click(),
    ]);
    expect(download.suggestedFilename()).toBe('The July Days 1917.epub');
    const files = unzipSync(await readFile(await download.path()));
    expect(Object.keys(files)).toContain('EPUB/works-on-slogans.xhtml');
    await page.getByText('The file is ready.').waitFor();
  });

  it('works by the keyboard alone, and gives the focus back', async () => {
    const page = await openView(browser, '/people/leon-trotsky', { baseURL: served.origin });
    await page.getByRole('button', { name: 'Export…' }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('radio', { name: 'BibTeX' }).focus();
    await page.keyboard.press('Space');
    const [download] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')]);
    expect(download.suggestedFilename()).toBe('Leon Trotsky.bib');
    await page.keyboard.press('Escape');
    await expect.poll(() => page.evaluate(() => document.activeElement?.textContent?.trim())).toBe('Export…');
  });

  it('offers of the whole library what is no book', async () => {
    const page = await openDialog('/terms/soviet');
    await page.getByRole('radio', { name: 'The whole library' }).check();
    expect(await page.getByRole('radio', { name: /^EPUB/ }).isDisabled()).toBe(true);
    expect(await page.getByRole('radio', { name: /^Markdown/ }).isChecked()).toBe(true);
  });

  it('says that it is at work when it takes long, and can be stopped', async () => {
    const page = await openDialog('/people/leon-trotsky');
    await page.route('**/api/exports/**', () => undefined);
    await page.getByRole('button', { name: 'Export', exact: true }).click();
    await page.getByRole('button', { name: 'Stop' }).click();
    await page.getByText('Stopped. Nothing was saved.').waitFor();
  });

  it('tells what the archive refuses, and saves nothing', async () => {
    const page = await openDialog('/people/leon-trotsky');
    await page.route('**/api/exports/**', (route) =>
      route.continue({ url: `${served.origin}/api/exports/epub?entries=people/nobody` }),
    );
    await page.getByRole('button', { name: 'Export', exact: true }).click();
    await page.getByText('No such entry. /people/nobody is not in the library.').waitFor();
  });

  it.each(['light', 'dark'] as const)(
    'has nothing axe finds in the %s dialog, and fits 390 pixels',
    async (colorScheme) => {
      const options = { baseURL: served.origin, colorScheme, viewport: { width: 390, height: 844 } };
      const page = await openView(browser, '/guides/the-july-days-1917', options);
      await page.getByRole('button', { name: 'Export…' }).click();
      const dialog = page.getByRole('dialog', { name: 'Export' });
      await dialog.waitFor();
      expect(await AxeBuilder.violations(page)).toEqual([]);
      expect(await dialog.evaluate((box) => box.scrollWidth <= box.clientWidth)).toBe(true);
    },
  );
});
