import { chmodSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { MOST_PACK_BYTES, readPackFile, writePackFile } from '../../main/packs/pack-file.ts';
import { MOST_CHOSEN } from '../../main/exports/export-request.ts';
import { PackChangedError, openPacks } from '../../main/packs/packs-store.ts';

let folder: string;
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'october-packs-'))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const file = () => join(folder, 'packs.json');
const JULY = { title: 'July', entries: ['stages/july-days', 'works/on-slogans'] };

describe('the packs of a reader', () => {
  it('are none at first, and write no file until something is collected', () => {
    expect(openPacks(folder).read()).toEqual({ current: { title: '', entries: [] }, saved: [], notices: [] });
    expect(readdirSync(folder)).toEqual([]);
  });

  it('come back after a restart: what is collected, and what is saved by name', () => {
    openPacks(folder).setCurrent(JULY);
    openPacks(folder).save({ ...JULY, name: 'First evening' });
    openPacks(folder).save({ ...JULY, entries: [], name: '../…' });
    openPacks(folder).save({ ...JULY, title: 'Again', name: 'First evening' });
    expect(openPacks(folder).read()).toMatchObject({
      current: JULY,
      saved: [
        { ...JULY, title: 'Again', name: 'First evening' },
        { entries: [], name: '../…' },
      ],
    });
    expect(openPacks(folder).remove('../…').saved).toHaveLength(1);
    expect(readdirSync(folder)).toEqual(['packs.json']);
  });

  it('are not overwritten by a second program that opened the folder earlier', () => {
    const earlier = openPacks(folder);
    earlier.read();
    openPacks(folder).save({ ...JULY, name: 'From the other' });
    earlier.setCurrent(JULY);
    expect(earlier.read().saved.map(({ name }) => name)).toEqual(['From the other']);
  });

  it('set a damaged file aside, say so once, and go on', () => {
    writeFileSync(file(), '{"current": {"title": "Ju');
    const packs = openPacks(folder);
    expect(packs.read().notices.join()).toContain('packs.json is damaged. It is kept as');
    expect(packs.read().notices).toEqual([]);
    packs.setCurrent(JULY);
    expect(openPacks(folder).read().current).toEqual(JULY);
    const aside = readdirSync(folder).find((name) => name.startsWith('packs.damaged-')) ?? '';
    expect(readFileSync(join(folder, aside), 'utf8')).toContain('"Ju');
  });

  it('keep the other saved packs when one is damaged, and the damaged one too', () => {
    const good = { ...JULY, name: 'Good' };
    const bad = { name: 'Bad', entries: 'stages/july-days' };
    writeFileSync(file(), JSON.stringify({ current: JULY, saved: [bad, good] }));
    const packs = openPacks(folder);
    const { saved, current, notices } = packs.read();
    expect([saved, current]).toEqual([[good], JULY]);
    expect(notices.join()).toContain('1 of the saved packs could not be read');
    packs.save({ ...JULY, name: 'New' });
    expect(packs.read().notices).toEqual([]);
    expect(JSON.parse(readFileSync(file(), 'utf8'))).toMatchObject({ unreadable: [bad] });
  });

  it('change nothing where the file cannot be read, for its packs would be lost', () => {
    mkdirSync(file());
    const packs = openPacks(folder);
    expect(packs.read().notices.join()).toContain('cannot be read (EISDIR)');
    expect(() => packs.setCurrent(JULY)).toThrow('EISDIR');
  });

  it('are replaced only by who knows what was collected', () => {
    const packs = openPacks(folder);
    packs.setCurrent(JULY);
    const other = { title: '', entries: ['people/leon-trotsky'] };
    expect(() => packs.setCurrent(other, { title: '', entries: [] })).toThrow(PackChangedError);
    expect(packs.read().current).toEqual(JULY);
    expect(packs.setCurrent(other, JULY).current).toEqual(other);
  });

  it('leave nothing half-written where the file cannot be put in its place', () => {
    const packs = openPacks(folder);
    packs.setCurrent(JULY);
    const read = readFileSync(file(), 'utf8');
    // What is to be renamed is written; that a folder has its place is found only then.
    const beside = `${file()}.${process.pid}.new`;
    mkdirSync(beside);
    expect(() => packs.setCurrent({ title: 'x', entries: [] })).toThrow();
    expect(readFileSync(file(), 'utf8')).toBe(read);
    rmSync(beside, { recursive: true });
  });

  it.skipIf(process.getuid?.() === 0)('leave nothing half-written where the folder is closed', () => {
    chmodSync(folder, 0o500);
    expect(() => openPacks(folder).setCurrent(JULY)).toThrow('EACCES');
    expect(readdirSync(folder)).toEqual([]);
    chmodSync(folder, 0o700);
  });
});

describe('a shared pack', () => {
  it('is read as it was written', () => {
    const pack = { title: 'Año “1917”', entries: JULY.entries };
    expect(readPackFile(writePackFile(pack))).toEqual({ pack });
    expect(readPackFile(`\uFEFF${writePackFile(pack)}`)).toEqual({ pack });
  });

  const text = (change: object) => JSON.stringify({ format: 'october-pack', version: 1, ...JULY, ...change });
  it.each([
    ['half of one', text({}).slice(0, 40), 'no course pack', 'send it again'],
    ['an empty file', '', 'no course pack', '.october-pack'],
    ['another JSON file', '{"format": 1, "title": "x", "entries": []}', 'no course pack', 'another kind'],
    ['one of a later version', text({ version: 2 }), 'newer version', 'has version 2'],
    ['one without entries', text({ entries: undefined }), 'damaged', '"entries" is missing'],
    ['one without a title', text({ title: undefined }), 'damaged', '"title" is missing'],
    [
      'a path that leads out',
      text({ entries: ['../etc/passwd'] }),
      'damaged',
      '"entries.0" is not of the form',
    ],
    ['a number among the entries', text({ entries: ['terms/soviet', 7] }), 'damaged', '"entries.1"'],
    [
      'too many entries',
      text({ entries: Array.from({ length: MOST_CHOSEN + 1 }, (_, at) => `terms/x${at}`) }),
      'damaged',
      'has more than 300 entries',
    ],
    ['a huge file', text({ more: 'x'.repeat(MOST_PACK_BYTES) }), 'too large', 'less than 256 KB'],
  ])('%s is refused with the field and the remedy', (_name, given, title, detail) => {
    const read = readPackFile(given);
    if (!('refused' in read)) throw new Error('it was read');
    expect(read.refused.title).toContain(title);
    expect(read.refused.detail).toContain(detail);
  });

  it('holds each entry once, in its order', () => {
    const twice = readPackFile(text({ entries: ['terms/soviet', 'people/leon-trotsky', 'terms/soviet'] }));
    expect(twice).toMatchObject({ pack: { entries: ['terms/soviet', 'people/leon-trotsky'] } });
  });
});
