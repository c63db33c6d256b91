/** The fonts of paper, inside the program. Static, for Chromium embeds variable ones as drawings (Type 3) only. */
import serifLatin400 from '@fontsource/source-serif-4/files/source-serif-4-latin-400-normal.woff2?inline';
import serifLatin400i from '@fontsource/source-serif-4/files/source-serif-4-latin-400-italic.woff2?inline';
import serifLatin700 from '@fontsource/source-serif-4/files/source-serif-4-latin-700-normal.woff2?inline';
import serifLatinExt400 from '@fontsource/source-serif-4/files/source-serif-4-latin-ext-400-normal.woff2?inline';
import serifLatinExt400i from '@fontsource/source-serif-4/files/source-serif-4-latin-ext-400-italic.woff2?inline';
import serifLatinExt700 from '@fontsource/source-serif-4/files/source-serif-4-latin-ext-700-normal.woff2?inline';
import serifCyrillic400 from '@fontsource/source-serif-4/files/source-serif-4-cyrillic-400-normal.woff2?inline';
import serifCyrillic400i from '@fontsource/source-serif-4/files/source-serif-4-cyrillic-400-italic.woff2?inline';
import serifCyrillic700 from '@fontsource/source-serif-4/files/source-serif-4-cyrillic-700-normal.woff2?inline';
import headLatin600 from '@fontsource/sofia-sans-extra-condensed/files/sofia-sans-extra-condensed-latin-600-normal.woff2?inline';
import headLatin700 from '@fontsource/sofia-sans-extra-condensed/files/sofia-sans-extra-condensed-latin-700-normal.woff2?inline';
import headLatinExt600 from '@fontsource/sofia-sans-extra-condensed/files/sofia-sans-extra-condensed-latin-ext-600-normal.woff2?inline';
import headLatinExt700 from '@fontsource/sofia-sans-extra-condensed/files/sofia-sans-extra-condensed-latin-ext-700-normal.woff2?inline';
import headCyrillic600 from '@fontsource/sofia-sans-extra-condensed/files/sofia-sans-extra-condensed-cyrillic-600-normal.woff2?inline';
import headCyrillic700 from '@fontsource/sofia-sans-extra-condensed/files/sofia-sans-extra-condensed-cyrillic-700-normal.woff2?inline';
import sansLatin400 from '@fontsource/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-400-normal.woff2?inline';
import sansLatin700 from '@fontsource/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-700-normal.woff2?inline';
import sansLatinExt400 from '@fontsource/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-ext-400-normal.woff2?inline';
import sansLatinExt700 from '@fontsource/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-ext-700-normal.woff2?inline';

interface Face {
  family: string;
  subset: keyof typeof RANGES;
  weight: number;
  style: 'normal' | 'italic';
  /** A data URI. */
  data: string;
}

/** What @fontsource says of the letters in each of its files. */
const RANGES = {
  latin:
    'U+0000-00FF,U+0131,U+0152-0153,U+02BB-02BC,U+02C6,U+02DA,U+02DC,U+0304,U+0308,U+0329,U+2000-206F,U+20AC,U+2122,U+2191,U+2193,U+2212,U+2215,U+FEFF,U+FFFD',
  'latin-ext':
    'U+0100-0130,U+0132-0151,U+0154-02BA,U+02BD-02C5,U+02C7-02CC,U+1E00-1E9F,U+1EF2-1EFF,U+2020,U+20A0-20AB',
  cyrillic: 'U+0301,U+0400-045F,U+0490-0491,U+04B0-04B1,U+2116',
};

const SERIF: readonly Face[] = [
  { family: 'Source Serif 4', subset: 'latin', weight: 400, style: 'normal', data: serifLatin400 },
  { family: 'Source Serif 4', subset: 'latin', weight: 400, style: 'italic', data: serifLatin400i },
  { family: 'Source Serif 4', subset: 'latin', weight: 700, style: 'normal', data: serifLatin700 },
  { family: 'Source Serif 4', subset: 'latin-ext', weight: 400, style: 'normal', data: serifLatinExt400 },
  { family: 'Source Serif 4', subset: 'latin-ext', weight: 400, style: 'italic', data: serifLatinExt400i },
  { family: 'Source Serif 4', subset: 'latin-ext', weight: 700, style: 'normal', data: serifLatinExt700 },
  { family: 'Source Serif 4', subset: 'cyrillic', weight: 400, style: 'normal', data: serifCyrillic400 },
  { family: 'Source Serif 4', subset: 'cyrillic', weight: 400, style: 'italic', data: serifCyrillic400i },
  { family: 'Source Serif 4', subset: 'cyrillic', weight: 700, style: 'normal', data: serifCyrillic700 },
];
const HEAD: readonly Face[] = [
  { family: 'Sofia Sans Extra Condensed', subset: 'latin', weight: 600, style: 'normal', data: headLatin600 },
  { family: 'Sofia Sans Extra Condensed', subset: 'latin', weight: 700, style: 'normal', data: headLatin700 },
  {
    family: 'Sofia Sans Extra Condensed',
    subset: 'latin-ext',
    weight: 600,
    style: 'normal',
    data: headLatinExt600,
  },
  {
    family: 'Sofia Sans Extra Condensed',
    subset: 'latin-ext',
    weight: 700,
    style: 'normal',
    data: headLatinExt700,
  },
  {
    family: 'Sofia Sans Extra Condensed',
    subset: 'cyrillic',
    weight: 600,
    style: 'normal',
    data: headCyrillic600,
  },
  {
    family: 'Sofia Sans Extra Condensed',
    subset: 'cyrillic',
    weight: 700,
    style: 'normal',
    data: headCyrillic700,
  },
];
const SANS: readonly Face[] = [
  { family: 'Atkinson Hyperlegible Next', subset: 'latin', weight: 400, style: 'normal', data: sansLatin400 },
  { family: 'Atkinson Hyperlegible Next', subset: 'latin', weight: 700, style: 'normal', data: sansLatin700 },
  {
    family: 'Atkinson Hyperlegible Next',
    subset: 'latin-ext',
    weight: 400,
    style: 'normal',
    data: sansLatinExt400,
  },
  {
    family: 'Atkinson Hyperlegible Next',
    subset: 'latin-ext',
    weight: 700,
    style: 'normal',
    data: sansLatinExt700,
  },
];

/** `@font-face` rules with the fonts inside. Atkinson has no Cyrillic letters: Source Serif stands in for them. */
export function fontRules(size: 'normal' | 'large' | 'easy'): string {
  const faces = size === 'large' ? [...SANS, ...SERIF.filter(isCyrillic)] : [...SERIF, ...HEAD];
  return faces
    .map(
      ({ family, subset, weight, style, data }) =>
        `@font-face{font-family:'${family}';font-style:${style};font-weight:${weight};src:url(${data}) format('woff2');unicode-range:${RANGES[subset]}}`,
    )
    .join('\n');
}

function isCyrillic({ subset }: Face): boolean {
  return subset === 'cyrillic';
}
