/** Each export is read back: unpacked, parsed, its links followed, nothing missing. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, posix } from 'node:path';
import { spawn } from 'node:child_process';
import { DOMParser } from '@xmldom/xmldom';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { LibraryDocument } from '../../main/library/compiled-schema.ts';
import { ensureCommand } from '../../tools/debian-packages.ts';
import { serveLibrary, type ServedLibrary } from '../support/served-library.ts';

const GUIDE = 'guides/the-july-days-1917';
let served: ServedLibrary;
let folder: string;
beforeAll(async () => {
  [served, folder] = await Promise.all([serveLibrary(), mkdtemp(join(tmpdir(), 'october-export-'))]);
});
afterAll(async () => {
  await served.stop();
  await rm(folder, { recursive: true, force: true });
});

async function fetchExport(format: string, query: string): Promise<Uint8Array> {
  const response = await fetch(`${served.origin}/api/exports/${format}?${query}`);
  if (!response.ok) throw new Error(await response.text());
  return new Uint8Array(await response.arrayBuffer());
}

async function unzipped(format: string, query: string): Promise<Map<string, string>> {
  const files = unzipSync(await fetchExport(format, query));
  return new Map(Object.entries(files).map(([name, bytes]) => [name, strFromU8(bytes)]));
}

/** @throws at the first thing that is not well formed */
function parseXml(text: string): ReturnType<DOMParser['parseFromString']> {
  const fail = (message: string) => {
    throw new Error(message);
  };
  const errorHandler = { warning: fail, error: fail, fatalError: fail };
  return new DOMParser({ errorHandler }).parseFromString(text, 'application/xml');
}

function attributes(text: string, element: string, name: string): string[] {
  return Array.from(parseXml(text).getElementsByTagName(element)).flatMap(
    (found) => found.getAttribute(name) || [],
  );
}

describe('an EPUB', () => {
  it('has its parts, each well-formed, each in the manifest, each link with its target', async () => {
    const files = await unzipped('epub', `entries=${GUIDE},articles/delincuentes-sanitarios&with=links`);
    expect([...files.keys()][0]).toBe('mimetype');
    expect(files.get('mimetype')).toBe('application/epub+zip');
    const listed = attributes(files.get('EPUB/package.opf') ?? '', 'item', 'href').map(
      (name) => `EPUB/${name}`,
    );
    const content = [...files.keys()].filter((name) => /\.(xhtml|css)$/.test(name));
    expect(listed.sort()).toEqual(content.sort());
    for (const [name, text] of files) {
      if (!name.endsWith('.xhtml')) continue;
      for (const href of attributes(text, 'a', 'href')) {
        if (/^https?:/.test(href)) continue;
        const [file, id] = href.split('#');
        const target = file ? posix.join('EPUB', file) : name;
        expect(files.has(target), `${name}: ${href}`).toBe(true);
        if (id) expect(files.get(target), `${name}: ${href}`).toContain(`id="${id}"`);
      }
    }
  });

  it('holds the guide, every reading of it, all its words, and what is Spanish in Spanish', async () => {
    const files = await unzipped('epub', `entries=${GUIDE},articles/delincuentes-sanitarios&with=parts`);
    const guide = (await (await fetch(`${served.origin}/api/documents/${GUIDE}`)).json()) as LibraryDocument;
    const page = files.get('EPUB/guides-the-july-days-1917.xhtml') ?? '';
    if (guide.collection !== 'guides') throw new Error('no guide');
    for (const { work, read } of guide.readings) {
      expect(files.has(`EPUB/${work.address.slice(1).replace('/', '-')}.xhtml`), work.address).toBe(true);
      expect(textOf(page)).toContain(read);
    }
    const wordsOf = (html: string) =>
      html
        .replace(/<[^>]+>/g, ' ')
        .replace(/\s+/g, ' ')
        .trim();
    for (const html of [guide.html, ...guide.questions]) expect(wordsOf(page)).toContain(wordsOf(html));
    expect(files.get('EPUB/articles-delincuentes-sanitarios.xhtml')).toContain('lang="es" xml:lang="es"');
    expect(files.get('EPUB/bibliography.xhtml')).toMatch(/<li lang="es"[^>]*>[^<]*<cite>Página\/12/);
    const opf = files.get('EPUB/package.opf') ?? '';
    for (const part of [
      '<dc:title>The July Days 1917 and 1 more</dc:title>',
      '<dc:language>en</dc:language>',
      '<dc:language>es</dc:language>',
      'property="dcterms:modified"',
      'property="schema:accessibilitySummary"',
    ]) {
      expect(opf).toContain(part);
    }
    const nav = files.get('EPUB/nav.xhtml') ?? '';
    expect(nav).toContain('epub:type="toc"');
    expect(nav).toContain('epub:type="landmarks"');
  });

  it('is the same book for the same entries', async () => {
    const identifier = async () =>
      /urn:uuid:[0-9a-f-]{36}/.exec(
        (await unzipped('epub', `entries=${GUIDE}`)).get('EPUB/package.opf') ?? '',
      )?.[0];
    expect(await identifier()).toBe(await identifier());
    expect(await identifier()).toBeDefined();
  });

  it('passes epubcheck', async ({ skip }) => {
    const java = ensureCommand('java', 'default-jre-headless');
    const epubcheck = java && ensureCommand('epubcheck', 'epubcheck');
    if (!epubcheck)
      return skip('epubcheck can only be had on Debian as root: its errors are not checked here');
    const check = async (name: string, bytes: Uint8Array) => {
      const file = join(folder, name);
      await writeFile(file, bytes);
      // Debian's is a jar that the kernel runs only where binfmt-support is set up.
      const child = spawn(java, ['-jar', epubcheck, file]);
      let said = '';
      for (const stream of [child.stdout, child.stderr])
        stream.on('data', (chunk) => (said += String(chunk)));
      const status = await new Promise<number | null>((resolve) => child.once('close', resolve));
      return { status, said };
    };
    const query = `entries=stages/july-days,people/leon-trotsky,articles/delincuentes-sanitarios,${GUIDE}&with=parts`;
    const good = await check('good.epub', await fetchExport('epub', query));
    expect(good.said).toContain('No errors or warnings detected');
    expect(good.status).toBe(0);
    const bad = await check('bad.epub', await fetchExport('markdown', `entries=${GUIDE}`));
    expect(bad.status, 'a zip that is no EPUB must not pass').not.toBe(0);
  });
});

describe('one HTML file', () => {
  it('needs nothing else, and its links lead to ids in it, each there once', async () => {
    const text = strFromU8(await fetchExport('html', `entries=${GUIDE},people/leon-trotsky&with=parts`));
    expect(text).not.toMatch(/<(script|link|img|iframe|object)\b|@import|url\(/i);
    const ids = [...text.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
    const inner = [...text.matchAll(/ href="#([^"]+)"/g)].map(([, id]) => id);
    expect(inner.length).toBeGreaterThan(20);
    expect(inner.filter((id) => !ids.includes(id))).toEqual([]);
    expect(
      [...text.matchAll(/ href="([^#"][^"]*)"/g)].filter(([, href]) => !/^https?:/.test(href ?? '')),
    ).toEqual([]);
    parseXml(text.replace('<!DOCTYPE html>', '').trim());
  });
});

describe('a Markdown pack', () => {
  it('holds the chosen entry and those it leads to, with links that work', async () => {
    const files = await unzipped('markdown', `entries=${GUIDE}&with=links`);
    const manifest = JSON.parse(files.get('manifest.json') ?? '') as {
      format: number;
      entries: { address: string; file: string; chosen: boolean }[];
    };
    expect(manifest.format).toBe(1);
    expect(manifest.entries.filter(({ chosen }) => chosen).map(({ address }) => address)).toEqual([
      `/${GUIDE}`,
    ]);
    expect(manifest.entries.map(({ address }) => address)).toContain('/works/on-slogans');
    expect([...files.keys()].sort()).toEqual(
      ['README.md', 'manifest.json', ...manifest.entries.map(({ file }) => file)].sort(),
    );
    let inside = 0;
    for (const [name, text] of files) {
      for (const [, href = ''] of text.matchAll(/\]\(([^)\s]+)\)/g)) {
        if (/^https?:/.test(href) || href.startsWith('#')) continue;
        const outside = /^october:\/\/([a-z]+\/[a-z0-9-]+)/.exec(href)?.[1];
        if (outside) {
          expect(manifest.entries.map(({ address }) => address)).not.toContain(`/${outside}`);
          expect((await fetch(`${served.origin}/api/documents/${outside}`)).status, href).toBe(200);
          continue;
        }
        inside += 1;
        expect(files.has(posix.join(posix.dirname(name), href.split('#')[0] ?? '')), `${name}: ${href}`).toBe(
          true,
        );
      }
    }
    expect(inside).toBeGreaterThan(30);
    expect(files.get('en/guides/the-july-days-1917.md')).toMatch(/^---\ntitle: /);
  });
});

describe('an export answers', () => {
  it.each([
    ['epub', 'application/epub+zip', 'The July Days 1917.epub'],
    ['html', 'text/html; charset=utf-8', 'The July Days 1917.html'],
    ['markdown', 'application/zip', 'The July Days 1917.zip'],
    ['bibtex', 'application/x-bibtex; charset=utf-8', 'The July Days 1917.bib'],
    ['ris', 'application/x-research-info-systems; charset=utf-8', 'The July Days 1917.ris'],
    ['csl-json', 'application/vnd.citationstyles.csl+json', 'The July Days 1917.json'],
    ['apa', 'text/plain; charset=utf-8', 'The July Days 1917.txt'],
  ])('%s as %s, named %s', async (format, type, name) => {
    const response = await fetch(`${served.origin}/api/exports/${format}?entries=${GUIDE}`);
    expect(response.headers.get('content-type')).toBe(type);
    expect(response.headers.get('content-disposition')).toBe(
      `attachment; filename="${name}"; filename*=UTF-8''${encodeURIComponent(name)}`,
    );
  });

  it('with the name of a pack, where it has one', async () => {
    const query = new URLSearchParams({ entries: GUIDE, title: 'Petición: “July” & <after>' });
    const response = await fetch(`${served.origin}/api/exports/epub?${query}`);
    const files = unzipSync(new Uint8Array(await response.arrayBuffer()));
    expect(strFromU8(files['EPUB/package.opf'] ?? new Uint8Array())).toContain(
      '<dc:title>Petición: “July” &#38; &#60;after&#62;</dc:title>',
    );
    expect(response.headers.get('content-disposition')).toBe(
      `attachment; filename="Peticion July & after.epub"; filename*=UTF-8''${encodeURIComponent('Petición “July” & after.epub')}`,
    );
  });

  it.each([
    ['epub?', 400, 'Choose at least one entry'],
    ['epub?entries=,,', 400, 'Choose at least one entry'],
    ['epub?entries=people/nobody', 404, '/people/nobody is not in the library'],
    ['epub?entries=../../etc/passwd', 400, 'is not of the form'],
    ['epub?entries=all', 413, 'Choose fewer'],
    [
      `epub?entries=${Array.from({ length: 301 }, (_, index) => `people/x${index}`).join()}`,
      413,
      'Choose fewer',
    ],
    [`bibtex?entries=${GUIDE}&with=everything`, 400, 'with'],
    [`docx?entries=${GUIDE}`, 400, 'format'],
  ])('%s with %i', async (path, status, detail) => {
    const response = await fetch(`${served.origin}/api/exports/${path}`);
    expect(response.status).toBe(status);
    expect(response.headers.get('content-type')).toBe('application/problem+json');
    expect(await response.text()).toContain(detail);
    expect(served.errors()).toBe('');
  });
});

function textOf(html: string): string {
  return html.replace(/<[^>]+>/g, '').replace(/&#38;/g, '&');
}
