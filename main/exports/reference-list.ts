import { chicago } from './bibliography/chicago.ts';
import type { Item } from './bibliography/item.ts';
import { runsToHtml } from './bibliography/runs.ts';
import { element, escapeText, langOf } from './xhtml.ts';

/** Publications in the form of Chicago, so that they can be cited as they stand; each in its language where known. */
export function referenceList(items: readonly Item[], kind?: string): string {
  const lines = items.map((item) =>
    element('li', item.language ? langOf(item.language) : {}, runsToHtml(chicago(item), escapeText)),
  );
  return element('ul', { class: kind }, lines.join('\n'));
}
