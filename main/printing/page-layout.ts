/** What was found in a printed PDF, and what is foretold for the next. */
import { blankPages } from './blank-pages.ts';
import type { Layout } from './print-document.ts';

/** Pages by destination, counted from 1, and how many there are. */
export interface Found {
  pages: ReadonlyMap<string, number>;
  total: number;
}

/** Parts that were printed one by one, as the whole they make. */
export function joined(parts: readonly Found[]): Found {
  const pages = new Map<string, number>();
  let total = 0;
  for (const part of parts) {
    for (const [name, page] of part.pages) pages.set(name, page + total);
    total += part.total;
  }
  return { pages, total };
}

/** @param onTheRight destinations before which empty pages are put where they would lie on the left */
export function laidOut({ pages, total }: Found, onTheRight: readonly string[]): Layout {
  const { before, pages: moved } = blankPages(onTheRight, pages);
  return { pages: moved, total: total + before.size, blanksBefore: before };
}

/** What would have been found without the empty pages. */
export function withoutBlanks({ pages, total }: Found, blanks: ReadonlySet<string> = new Set()): Found {
  const moved = [...blanks].map((name) => pages.get(name) ?? Infinity);
  const shifted = [...pages].map(
    ([name, page]) => [name, page - moved.filter((start) => start <= page).length] as const,
  );
  return { pages: new Map(shifted), total: total - blanks.size };
}

/**
 * Whether everything lies where it was foretold; of a print that says no page this is always so. A measuring pass tells
 * of headings alone, a print of whatever a link leads to.
 */
export function isTrue({ pages, total }: Layout, found: Found): boolean {
  if (typeof pages === 'string') return true;
  return (
    total === found.total && [...found.pages].every(([name, page]) => (pages.get(name) ?? page) === page)
  );
}
