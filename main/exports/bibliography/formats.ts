/** A bibliography in each of its forms. */
import { apa } from './apa.ts';
import { toBibtex } from './bibtex.ts';
import { chicago } from './chicago.ts';
import type { Item } from './item.ts';
import { mla } from './mla.ts';
import { toRis } from './ris.ts';
import { runsToText } from './runs.ts';

export const STYLES = { chicago, mla, apa };
export type BibliographyFormat = keyof typeof STYLES | 'bibtex' | 'ris' | 'csl-json';

export function writeBibliography(items: readonly Item[], format: BibliographyFormat): string {
  if (format === 'bibtex') return toBibtex(items);
  if (format === 'ris') return toRis(items);
  if (format === 'csl-json') return `${JSON.stringify(items, null, 2)}\n`;
  return items.map((item) => `${runsToText(STYLES[format](item))}\n`).join('\n');
}
