import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { JULY, PackReader } from './pack-reader.ts';

const reader = new PackReader();

describe('a pack is collected', () => {
  it('from an entry, from a list, from a search, and kept over a reload', async () => {
    await reader.open('/guides/the-july-days-1917');
    await reader.button('Add to pack').click();
    await reader.button('In the pack – remove').waitFor();
    await reader.page.locator('header a[href="/people"]').click();
    await reader.button('Add “Leon Trotsky” to the pack').click();
    await reader.go('/search?q=slogans');
    await reader.button('Add “On Slogans” to the pack').click();
    await expect.poll(() => reader.packLink()).toContain('3');
    await reader.page.reload();
    await reader.page.getByRole('link', { name: 'Pack, 3 entries' }).click();
    await expect.poll(() => reader.titles()).toEqual(['The July Days 1917', 'Leon Trotsky', 'On Slogans']);
    expect((await reader.kept()).entries).toEqual([
      'guides/the-july-days-1917',
      'people/leon-trotsky',
      'works/on-slogans',
    ]);
  });

  it('a guide with its readings; what is taken out can be put back', async () => {
    await reader.open('/guides/the-july-days-1917');
    await reader.button('Add with its readings').click();
    await expect.poll(async () => (await reader.kept()).entries.length).toBeGreaterThan(5);
    const { entries } = await reader.kept();
    expect(entries[0]).toBe('guides/the-july-days-1917');
    expect(entries).toContain('works/on-slogans');
    expect(await reader.button('Add with its readings').count()).toBe(0);
    await reader.button('In the pack – remove').click();
    await expect.poll(async () => (await reader.kept()).entries).toEqual(entries.slice(1));
    await reader.button('Undo').click();
    await expect.poll(async () => (await reader.kept()).entries).toEqual(entries);
  });

  it('in one window and seen in the other', async () => {
    await reader.open('/terms/soviet');
    const other = await reader.page.context().newPage();
    await other.goto(`${reader.served.origin}/print`);
    await other.getByText('The pack is empty').waitFor();
    await reader.button('Add to pack').click();
    await other.locator('.what a', { hasText: 'Soviet' }).waitFor();
  });

  it('without the key, in this window only, and says so', async () => {
    reader.page = await (await reader.browser.newContext()).newPage();
    await reader.go('/terms/soviet');
    await reader.button('Add to pack').click();
    await reader.page.getByText('Open the address that the program printed when it started.').waitFor();
    expect(await reader.packLink()).toContain('1');
  });
});

describe('a pack is put in order', () => {
  it('by keys on its handle, and each move is told', async () => {
    await reader.openPack();
    await reader.button(/^Move “Leon Trotsky”, place 3 of 3/).focus();
    await reader.page.keyboard.press('ArrowUp');
    await expect.poll(() => reader.titles()).toEqual(['The July Days 1917', 'Leon Trotsky', 'On Slogans']);
    await reader.page.getByText('“Leon Trotsky” is now number 2 of 3.').waitFor();
    const focused = () => reader.page.evaluate(() => document.activeElement?.ariaLabel);
    expect(await focused()).toBe('Move “Leon Trotsky”, place 2 of 3');
    await reader.page.keyboard.press('Home');
    await expect.poll(async () => (await reader.kept()).entries[0]).toBe('people/leon-trotsky');
    expect(await focused()).toBe('Move “Leon Trotsky”, place 1 of 3');
    await reader.page.keyboard.press('ArrowUp');
    expect((await reader.titles())[0]).toBe('Leon Trotsky');
  });

  it('by buttons, to either end', async () => {
    await reader.openPack();
    await reader.button('Move “The July Days 1917” down').click();
    await reader.button('Move “The July Days 1917” down').click();
    await expect.poll(() => reader.titles()).toEqual(['On Slogans', 'Leon Trotsky', 'The July Days 1917']);
    expect(await reader.button('Move “The July Days 1917” down').isDisabled()).toBe(true);
    const focused = await reader.page.evaluate(() => document.activeElement?.ariaLabel);
    expect(focused).toBe('Move “The July Days 1917”, place 3 of 3');
  });

  it('by dragging its handle', async () => {
    await reader.openPack();
    const from = (await reader.button(/^Move “The July Days 1917”, place/).boundingBox())!;
    const to = (await reader.button(/^Move “Leon Trotsky”, place/).boundingBox())!;
    const middle = { x: from.x + from.width / 2, y: from.y + from.height / 2 };
    await reader.page.mouse.move(middle.x, middle.y);
    await reader.page.mouse.down();
    await reader.page.mouse.move(middle.x, to.y, { steps: 4 });
    await reader.page.mouse.move(middle.x, to.y + to.height, { steps: 4 });
    await reader.page.mouse.up();
    await expect.poll(() => reader.titles()).toEqual(['On Slogans', 'Leon Trotsky', 'The July Days 1917']);
    await expect.poll(async () => (await reader.kept()).entries.at(-1)).toBe('guides/the-july-days-1917');
  });

  it('a long one, which scrolls by itself, by dragging beyond what is in sight', async () => {
    const catalogue = (await (await fetch(`${reader.served.origin}/api/catalogue`)).json()) as {
      address: string;
    }[];
    const entries = catalogue.slice(0, 40).map(({ address }) => address.slice(1));
    await reader.openPack(entries);
    const list = reader.page.locator('ol.long');
    await list.scrollIntoViewIfNeeded();
    const handle = (await list.locator('.handle').first().boundingBox())!;
    const bottom = await list.evaluate((part) => part.getBoundingClientRect().bottom);
    await reader.page.mouse.move(handle.x + 5, handle.y + 5);
    await reader.page.mouse.down();
    const edge = Math.min(bottom, 800) - 10;
    for (let at = 0; at < 60; at += 1) await reader.page.mouse.move(handle.x + 5 + (at % 2), edge);
    await reader.page.mouse.up();
    await expect.poll(async () => (await reader.kept()).entries.indexOf(entries[0]!)).toBeGreaterThan(15);
    expect(new Set((await reader.kept()).entries)).toEqual(new Set(entries));
  });

  it('loses an entry and all of them only until the reader wants them back', async () => {
    await reader.openPack();
    await reader.button('Remove “On Slogans” from the pack').click();
    await expect.poll(() => reader.titles()).toEqual(['The July Days 1917', 'Leon Trotsky']);
    await reader.button('Clear the pack').click();
    await reader.page.getByText('The pack is empty').waitFor();
    await reader.button('Undo').click();
    await expect.poll(() => reader.titles()).toEqual(['The July Days 1917', 'Leon Trotsky']);
  });
});

describe('a pack is saved and shared', () => {
  it('saves under a name, opens again after a reload, and deletes with a way back', async () => {
    await reader.openPack();
    await reader.page.getByLabel('Title of the pack').fill('Three evenings');
    await reader.page.getByLabel('Save it under the name').fill('Group A');
    await reader.button('Save').first().click();
    await reader.page.getByText('Saved as “Group A”.').waitFor();
    await reader.button('Clear the pack').click();
    await reader.page.reload();
    await reader.button('Open “Group A”').click();
    await expect.poll(() => reader.titles()).toHaveLength(3);
    expect(await reader.page.getByLabel('Title of the pack').inputValue()).toBe('Three evenings');
    await reader.button('Delete “Group A”').click();
    await reader.page.getByText('None yet.').waitFor();
    await reader.button('Undo').click();
    await reader.button('Open “Group A”').waitFor();
  });

  it('gives back what was saved under the same name before', async () => {
    await reader.openPack();
    const save = async () => {
      await reader.page.getByLabel('Save it under the name').fill('Group A');
      await reader.button('Save').first().click();
      await reader.page.getByText('Saved as “Group A”.').waitFor();
    };
    await save();
    await reader.button('Remove “On Slogans” from the pack').click();
    await save();
    await reader.page.getByText('The pack saved as “Group A” before was replaced.').waitFor();
    await reader.button('Undo').click();
    await reader.page.getByText('3 entries', { exact: true }).waitFor();
  });

  it('goes out as a file and comes in again', async () => {
    await reader.openPack();
    await reader.page.getByLabel('Title of the pack').fill('Three evenings');
    await reader.page.keyboard.press('Tab');
    const [download] = await Promise.all([
      reader.page.waitForEvent('download'),
      reader.button('Share as a file').click(),
    ]);
    expect(download.suggestedFilename()).toBe('Three evenings.october-pack');
    const bytes = await readFile(await download.path());
    await reader.button('Clear the pack').click();
    const file = { name: 'x.october-pack', mimeType: 'application/octet-stream', buffer: bytes };
    await reader.page.getByLabel('Open a pack file').setInputFiles(file);
    await reader.page.getByText('“Three evenings” was opened: 3 entries.').waitFor();
    expect((await reader.kept()).entries).toEqual(JULY);
  });

  const asFile = (text: string) => ({
    name: 'x.october-pack',
    mimeType: 'application/json',
    buffer: Buffer.from(text),
  });
  const shared = (entries: readonly string[], version = 1) =>
    JSON.stringify({ format: 'october-pack', version, title: 'Shared', entries });

  it('says which entries of a file are gone, and offers the pack before', async () => {
    await reader.openPack(['terms/soviet']);
    const file = asFile(shared(['people/nobody', 'works/on-slogans']));
    await reader.page.getByLabel('Open a pack file').setInputFiles(file);
    await reader.page.getByText('not in this library and was left out: people/nobody.').waitFor();
    await expect.poll(() => reader.titles()).toEqual(['On Slogans']);
    await reader.button('Undo').click();
    await expect.poll(() => reader.titles()).toEqual(['Soviet']);
  });

  it.each([
    ['half a file', shared(JULY).slice(0, 50), 'This file is no course pack.'],
    ['a later version', shared(JULY, 2), 'made by a newer version'],
    ['a huge file', 'x'.repeat(600_000), 'too large for a course pack'],
  ])('refuses %s, and keeps the pack', async (_name, text, message) => {
    await reader.openPack(['terms/soviet']);
    await reader.page.getByLabel('Open a pack file').setInputFiles(asFile(text));
    await reader.page.getByText(message).waitFor();
    expect(await reader.titles()).toEqual(['Soviet']);
  });

  it('is not overwritten by a window that knows another, which then shows it', async () => {
    await reader.openPack();
    // As another program on the same data folder would.
    await reader.page.evaluate(async () => {
      const headers = { 'Content-Type': 'application/json' };
      const body = JSON.stringify({ title: 'Elsewhere', entries: ['terms/soviet'] });
      await fetch('/api/packs/current', { method: 'PUT', headers, body });
    });
    await reader.page.getByRole('button', { name: 'Remove “On Slogans” from the pack' }).click();
    await reader.page.getByText('The pack was changed in another window or program').waitFor();
    expect(await reader.titles()).toEqual(['Soviet']);
    expect(await reader.kept()).toEqual({ title: 'Elsewhere', entries: ['terms/soviet'] });
  });

  it('is added to, not replaced, where it could not be read at first', async () => {
    await reader.openPack();
    await reader.page.route('**/api/packs', (route) => route.fulfill({ status: 500, body: '{}' }), {
      times: 1,
    });
    await reader.go('/people/vladimir-lenin');
    await reader.button('Add to pack').click();
    await expect.poll(async () => (await reader.kept()).entries).toEqual([...JULY, 'people/vladimir-lenin']);
    await expect.poll(() => reader.packLink()).toContain('4');
  });
});
