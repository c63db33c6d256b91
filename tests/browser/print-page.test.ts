import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { PackReader } from './pack-reader.ts';

const reader = new PackReader();
const PRINTS = /\/api\/prints\?/;

/** Whether anything but white is on the first reader.page. */
const isDrawn = () =>
  reader.page
    .locator('.preview canvas')
    .first()
    .evaluate((canvas: HTMLCanvasElement) => {
      if (canvas.width === 0) return false;
      const { data } = canvas.getContext('2d')!.getImageData(0, 0, canvas.width, canvas.height);
      return data.some((value, at) => at % 4 < 3 && value < 128);
    });

/** The first page, as it is drawn. */
const picture = () =>
  reader.page
    .locator('.preview canvas')
    .first()
    .evaluate((canvas: HTMLCanvasElement) => canvas.toDataURL());

describe('what is printed is shown', () => {
  it('as pages with their numbers, drawn, for the pack in its order', async () => {
    await reader.openPack();
    const count = await reader.pages();
    expect(count).toBeGreaterThan(5);
    const images = reader.page.locator('.preview [role=img]');
    expect(await images.count()).toBe(count);
    expect(await images.nth(2).getAttribute('aria-label')).toBe(`Page 3 of ${count}`);
    await expect.poll(isDrawn).toBe(true);
    await reader.page.locator('.preview').evaluate((part) => part.scrollTo(0, part.scrollHeight));
    const last = reader.page.locator('.preview canvas').last();
    await expect.poll(() => last.evaluate((canvas: HTMLCanvasElement) => canvas.width)).toBeGreaterThan(100);
    // What is far away takes no memory.
    const first = reader.page.locator('.preview canvas').first();
    await expect.poll(() => first.evaluate((canvas: HTMLCanvasElement) => canvas.width)).toBe(0);
  });

  it('anew with each choice, which the address keeps and the next visit remembers', async () => {
    await reader.open('/print?entries=guides/the-july-days-1917');
    const before = await reader.pages();
    await expect.poll(isDrawn).toBe(true);
    const drawn = await picture();
    await reader.page.getByRole('radio', { name: 'Large print' }).check();
    await expect.poll(picture).not.toBe(drawn);
    await expect.poll(() => reader.pages()).toBeGreaterThan(before);
    expect(new URL(reader.page.url()).search).toBe('?entries=guides/the-july-days-1917&paper=a4&size=large');
    await reader.page.getByRole('checkbox', { name: 'Paragraph numbers' }).uncheck();
    await reader.go('/print?entries=works/on-slogans');
    expect(await reader.page.getByRole('radio', { name: 'Large print' }).isChecked()).toBe(true);
    expect(await reader.page.getByRole('checkbox', { name: 'Paragraph numbers' }).isChecked()).toBe(false);
    await reader.go('/print?entries=works/on-slogans&paper=a5');
    expect(await reader.page.getByRole('radio', { name: 'Normal' }).isChecked()).toBe(true);
  });

  it('on its side where it is printed so', async () => {
    await reader.open('/print?entries=works/on-slogans,works/april-theses&worksheet=1');
    await reader.pages();
    const ratios = () =>
      reader.page
        .locator('.preview canvas')
        .evaluateAll((all) => all.map((canvas) => canvas.clientWidth > canvas.clientHeight));
    expect((await ratios())[0]).toBe(false);
    for (const image of await reader.page.locator('.preview [role=img]').all()) {
      await image.scrollIntoViewIfNeeded();
    }
    await expect.poll(ratios).toContain(true);
  });

  it('on the paper chosen last, here or under Settings', async () => {
    await reader.open('/print?entries=works/on-slogans');
    await reader.page.getByRole('radio', { name: 'A5' }).check();
    await reader.go('/print?entries=works/on-slogans');
    expect(await reader.page.getByRole('radio', { name: 'A5' }).isChecked()).toBe(true);
    await reader.page.evaluate(async () => {
      const headers = { 'Content-Type': 'application/json' };
      await fetch('/api/settings', { method: 'PATCH', headers, body: '{"paper":"letter"}' });
    });
    await reader.go('/print?entries=works/on-slogans');
    expect(await reader.page.getByRole('radio', { name: 'US Letter' }).isChecked()).toBe(true);
  });

  it('a pack with its glossary and its people, unless the reader chose otherwise for packs', async () => {
    await reader.openPack();
    const glossary = reader.page.getByLabel('Words explained');
    const people = reader.page.getByRole('checkbox', { name: 'The people who occur' });
    expect(await glossary.inputValue()).toBe('appendix');
    expect(await people.isChecked()).toBe(true);
    const whole = await reader.pages();
    await people.uncheck();
    await expect.poll(() => reader.pages()).toBeLessThan(whole);
    await reader.go('/print?entries=guides/the-july-days-1917');
    expect(await glossary.inputValue()).toBe('none');
    await reader.go('/print');
    expect(await glossary.inputValue()).toBe('appendix');
    expect(await people.isChecked()).toBe(false);
  });

  it('with the choices that matter, and no others', async () => {
    await reader.open('/print?entries=works/on-slogans,works/april-theses');
    expect(await reader.page.getByRole('checkbox', { name: 'A sheet to compare the works' }).count()).toBe(1);
    expect(await reader.page.getByRole('radio', { name: 'For readers' }).count()).toBe(0);
    await reader.go('/print?list=timeline');
    await reader.pages();
    expect(await reader.page.getByRole('checkbox').count()).toBe(1);
  });

  it('saves the PDF that is shown, and prints its document', async () => {
    await reader.open('/print?entries=works/on-slogans');
    await reader.pages();
    const [download] = await Promise.all([
      reader.page.waitForEvent('download'),
      reader.button('Save as PDF').click(),
    ]);
    expect(download.suggestedFilename()).toBe('On Slogans.pdf');
    expect((await readFile(await download.path())).subarray(0, 5).toString()).toBe('%PDF-');
    expect(await reader.page.getByRole('link', { name: 'Open the PDF' }).getAttribute('href')).toMatch(
      /^blob:/,
    );
    await reader.page.context().addInitScript(() => {
      window.print = () => void Object.assign(window.top!, { printed: location.pathname });
    });
    await reader.page.reload();
    await reader.pages();
    await reader.page.keyboard.press('Control+p');
    const printed = () => reader.page.evaluate(() => (globalThis as unknown as { printed?: string }).printed);
    await expect.poll(printed).toMatch(/^\/api\/prints\/\w+\/document$/);
  });

  it('tells what it is at when it takes long, stops, and goes on when asked to', async () => {
    await reader.open('/print?entries=works/on-slogans');
    const before = await reader.pages();
    await reader.page.route(PRINTS, () => undefined);
    await reader.page.getByRole('radio', { name: 'A5' }).check();
    await reader.page.getByRole('progressbar', { name: 'Making the pages' }).waitFor();
    // The old pages stay in sight, but are not what was asked for.
    expect(await reader.page.locator('.preview canvas').count()).toBe(before);
    expect(await reader.button('Save as PDF').isDisabled()).toBe(true);
    await reader.button('Stop').click();
    await reader.page.getByText('Stopped. The pages are not those').waitFor();
    await reader.page.unroute(PRINTS);
    await reader.button('Make the pages').click();
    await expect.poll(() => reader.button('Save as PDF').isEnabled()).toBe(true);
    expect(await reader.pages()).toBeGreaterThan(0);
  });

  it('as a document that the browser prints, where no PDF can be made', async () => {
    await reader.open('/print');
    const problem = { type: 'about:blank', title: 'No PDF can be made here', status: 501, detail: '' };
    await reader.page.route(PRINTS, (route) =>
      route.fulfill({
        status: 501,
        contentType: 'application/problem+json',
        body: JSON.stringify(problem),
      }),
    );
    await reader.go('/print?entries=works/on-slogans');
    await reader.page.frameLocator('iframe.preview').getByRole('heading', { name: 'On Slogans' }).waitFor();
    expect(await reader.button('Save as PDF').count()).toBe(0);
    expect(await reader.button('Print…').isEnabled()).toBe(true);
  });

  it('as a document too where Chromium fails, with the reason', async () => {
    await reader.open('/print');
    const problem = {
      type: 'about:blank',
      title: 'The PDF could not be made',
      status: 500,
      detail: 'It ended.',
    };
    await reader.page.route(PRINTS, (route) =>
      route.fulfill({ contentType: 'application/x-ndjson', body: `${JSON.stringify({ problem })}\n` }),
    );
    await reader.go('/print?entries=works/on-slogans');
    await reader.page.frameLocator('iframe.preview').getByRole('heading', { name: 'On Slogans' }).waitFor();
    await reader.page.getByText('The PDF could not be made. It ended.').waitFor();
    await expect.poll(() => reader.button('Print…').isEnabled()).toBe(true);
    await reader.page.unroute(PRINTS);
    await reader.button('Make the pages').focus();
    await reader.page.keyboard.press('Enter');
    expect(await reader.pages()).toBeGreaterThan(0);
    // The button that was pressed has gone; the focus stays at the pages.
    await expect.poll(() => reader.page.evaluate(() => document.activeElement?.tagName)).not.toBe('BODY');
  });

  it('and asks to make it again where it is not kept any more', async () => {
    await reader.open('/print?entries=works/on-slogans');
    await reader.pages();
    const gone = {
      type: 'about:blank',
      title: 'This print is not kept any more',
      status: 404,
      detail: 'Again.',
    };
    await reader.page.route('**/api/prints/*/document', (route) =>
      route.fulfill({ status: 404, contentType: 'application/problem+json', body: JSON.stringify(gone) }),
    );
    await reader.button('Print…').click();
    await reader.page.getByText('This print is not kept any more. Again.').waitFor();
    await reader.button('Make the pages').click();
    await expect.poll(() => reader.page.getByText('not kept any more').count()).toBe(0);
    expect(await reader.pages()).toBeGreaterThan(0);
  });

  it('and says what is not in the library', async () => {
    await reader.open('/print?entries=people/nobody,works/on-slogans&paper=a3');
    await reader.page.getByText('Not in the library, and so not printed: people/nobody.').waitFor();
    await reader.page.getByText('“a3” cannot be meant by “paper”').waitFor();
    expect(await reader.pages()).toBeGreaterThan(0);
    await reader.go('/print?entries=people/nobody');
    await reader.page.getByText('Nothing of this is in the library.').waitFor();
    expect(await reader.page.locator('.preview').count()).toBe(0);
  });

  it('exports what is printed, with its title', async () => {
    await reader.openPack();
    await reader.page.getByLabel('Title of the pack').fill('Three evenings');
    await reader.page.keyboard.press('Tab');
    await reader.button('Export…').click();
    expect(await reader.page.getByRole('radio', { name: 'These entries alone' }).isChecked()).toBe(true);
    const [download] = await Promise.all([
      reader.page.waitForEvent('download'),
      reader.page.getByRole('dialog').getByRole('button', { name: 'Export', exact: true }).click(),
    ]);
    expect(download.suggestedFilename()).toBe('Three evenings.epub');
  });
});
