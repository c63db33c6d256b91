import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { PrintOptions } from './print-options.ts';

/** What @fontsource says of the letters in each of its files. */
const RANGES: Record<string, string> = {
  latin:
    'U+0000-00FF,U+0131,U+0152-0153,U+02BB-02BC,U+02C6,U+02DA,U+02DC,U+0304,U+0308,U+0329,U+2000-206F,U+20AC,U+2122,U+2191,U+2193,U+2212,U+2215,U+FEFF,U+FFFD',
  'latin-ext':
    'U+0100-0130,U+0132-0151,U+0154-02BA,U+02BD-02C5,U+02C7-02CC,U+1E00-1E9F,U+1EF2-1EFF,U+2020,U+20A0-20AB',
  cyrillic: 'U+0301,U+0400-045F,U+0490-0491,U+04B0-04B1,U+2116',
};
const SERIF = ['source-serif-4', 'Source Serif 4 Variable'] as const;
const SANS = ['atkinson-hyperlegible-next', 'Atkinson Hyperlegible Next Variable'] as const;
const HEAD = ['sofia-sans-extra-condensed', 'Sofia Sans Extra Condensed Variable'] as const;

/** Run in a page before it is printed: what is not shown on a screen would not load its fonts by itself. */
export const LOAD_FONTS = 'Promise.all([...document.fonts].map((font) => font.load())).then(() => undefined)';

/** `@font-face` rules with the fonts inside, for a document that needs nothing else. */
export type PrintFonts = (size: PrintOptions['size']) => Promise<string>;

/** Finds the fonts among the files of the built window; each is read once, when a print first needs it. */
export function openPrintFonts(rendererFolder: string): PrintFonts {
  const known = new Map<string, Promise<string>>();
  return async (size) => {
    // Atkinson has no Cyrillic letters, so Source Serif stands in for them in large print.
    const families = size === 'large' ? [SANS, SERIF] : [SERIF, HEAD];
    const rules = families.map(([file, family]) => {
      const read = known.get(file) ?? readRules(join(rendererFolder, 'assets'), file, family);
      known.set(file, read);
      return read;
    });
    return (await Promise.all(rules)).join('\n');
  };
}

async function readRules(folder: string, file: string, family: string): Promise<string> {
  const names = await readdir(folder).catch(() => []);
  const rules = Object.entries(RANGES).flatMap(([subset, range]) =>
    (['normal', 'italic'] as const).map(async (style) => {
      const name = names.find((each) => each.startsWith(`${file}-${subset}-wght-${style}-`));
      if (!name) return '';
      const data = (await readFile(join(folder, name))).toString('base64');
      return `@font-face{font-family:'${family}';font-style:${style};font-weight:200 900;src:url(data:font/woff2;base64,${data}) format('woff2');unicode-range:${range}}`;
    }),
  );
  return (await Promise.all(rules)).join('\n');
}
