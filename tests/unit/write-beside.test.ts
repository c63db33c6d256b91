import { mkdir, mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { whyNotWritten, writeBeside } from '../../main/desktop/write-beside.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'october-write-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe('writing beside', () => {
  it('replaces a file whole', async () => {
    const path = join(folder, 'a.pdf');
    await writeBeside(path, Buffer.from('old'));
    await writeBeside(path, Buffer.from('new'));
    expect(await readFile(path, 'utf8')).toBe('new');
    expect(await readdir(folder)).toEqual(['a.pdf']);
  });

  it('leaves nothing where the place is taken or gone', async () => {
    await mkdir(join(folder, 'taken'));
    await expect(writeBeside(join(folder, 'taken'), Buffer.from('x'))).rejects.toThrow();
    await expect(writeBeside(join(folder, 'gone', 'x'), Buffer.from('x'))).rejects.toThrow();
    expect((await readdir(folder)).sort()).toEqual(['a.pdf', 'taken']);
  });

  it.each([
    ['ENOSPC', 'The disk is full'],
    ['EBUSY', 'open in another program'],
    ['EACCES', 'may not be written'],
    ['EROFS', 'choose another name'],
    ['ENOENT', 'The folder is not there any more'],
  ])('%s is told with what to do about it', (code, sentence) => {
    expect(whyNotWritten(Object.assign(new Error(code), { code }))).toContain(sentence);
  });
});
