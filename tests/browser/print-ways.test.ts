import { describe, expect, it } from 'vitest';
import { AxeBuilder } from './axe.ts';
import { lossesOf, spaceOut } from './layout-loss.ts';
import { JULY, PackReader } from './pack-reader.ts';
import { findingsOf, walkByKey } from './tab-walk.ts';

const reader = new PackReader();

describe('the ways in', () => {
  it.each([
    ['/works/on-slogans', 'Print', 'entries=works/on-slogans'],
    ['/search?q=land&kind=works', 'Print these results', 'list=search&q=land&kind=works'],
    ['/terms', 'Print the glossary', 'list=glossary'],
    [
      '/live?day=1918-01-29',
      'Print the chronicle of these days',
      'list=chronicle&from=1918-01-29&to=1918-01-31',
    ],
  ])('%s: %s', async (address, name, query) => {
    await reader.open(address);
    await reader.page.getByRole('link', { name, exact: true }).click();
    await reader.page.getByRole('heading', { name: 'Print and take away' }).waitFor();
    expect(new URL(reader.page.url()).search.slice(1)).toBe(query);
  });

  it('/timeline: Print as a list', async () => {
    await reader.open('/timeline');
    await reader.button('Print as a list').click();
    await reader.page.getByRole('heading', { name: 'Print and take away' }).waitFor();
    expect(new URL(reader.page.url()).search).toBe('?list=timeline');
  });
});

describe('whoever comes', () => {
  it('by the keyboard alone collects, orders, chooses and prints', async () => {
    await reader.open('/terms/soviet');
    const press = async (name: string | RegExp, key = 'Enter') => {
      await reader.button(name).focus();
      await reader.page.keyboard.press(key);
    };
    await press('Add to pack');
    await reader.go('/works/on-slogans');
    await press('Add to pack', 'Space');
    await reader.page.locator('header .pack').focus();
    await reader.page.keyboard.press('Enter');
    await reader.page.getByRole('heading', { name: 'Print and take away' }).waitFor();
    await press(/^Move “On Slogans”, place 2/, 'ArrowUp');
    await expect.poll(() => reader.titles()).toEqual(['On Slogans', 'Soviet']);
    await reader.page.getByRole('radio', { name: 'A4' }).focus();
    await reader.page.keyboard.press('ArrowDown');
    expect(await reader.page.getByRole('radio', { name: 'US Letter' }).isChecked()).toBe(true);
    await reader.pages();
    const [download] = await Promise.all([reader.page.waitForEvent('download'), press('Save as PDF')]);
    expect(download.suggestedFilename()).toBe('Course pack.pdf');
    await reader.page.locator('.preview').focus();
    await reader.page.keyboard.press('End');
    await expect
      .poll(() => reader.page.locator('.preview').evaluate((part) => part.scrollTop))
      .toBeGreaterThan(100);
  });

  it('from an entry to the pack is told that it is another page', async () => {
    await reader.open('/print?entries=terms/soviet');
    await reader.button('Add to pack').click();
    await reader.page.getByRole('link', { name: 'See the pack' }).click();
    await reader.page.getByLabel('Title of the pack').waitFor();
    await expect.poll(() => reader.page.evaluate(() => document.activeElement?.tagName)).toBe('H1');
  });

  it('at 400 % or with wide spacing loses nothing of a pack, and walks it by Tab', async () => {
    const options = { viewport: { width: 320, height: 256 }, deviceScaleFactor: 4 };
    await reader.openPack([...JULY, 'people/nobody'], options);
    await reader.pages();
    expect(await lossesOf(reader.page)).toEqual([]);
    expect(findingsOf(await walkByKey(reader.page, 'Tab'))).toEqual([]);
    await spaceOut(reader.page);
    expect(await lossesOf(reader.page)).toEqual([]);
  });

  it.each(['light', 'dark'] as const)(
    'with 390 pixels, %s: all fits, and axe finds nothing',
    async (colorScheme) => {
      await reader.openPack(JULY, { viewport: { width: 390, height: 844 }, colorScheme });
      await reader.pages();
      const width = await reader.page.evaluate(() => document.documentElement.scrollWidth);
      expect(width).toBe(390);
      expect(await AxeBuilder.violations(reader.page)).toEqual([]);
      const header = (await reader.page.locator('header .tools').boundingBox())!;
      const name = (await reader.page.locator('header .name').boundingBox())!;
      expect(header.y).toBeLessThan(name.y + name.height);
    },
  );
});
