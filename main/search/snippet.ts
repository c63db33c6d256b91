import type { Segment } from './search-schema.ts';
import { wordsOf, type Word } from './analyse.ts';

/** Whether a word of the text is one the reader asked for. */
export type IsMatch = (word: string) => boolean;

const SNIPPET_LENGTH = 220;

/** The whole text with the matching words marked. */
export function mark(text: string, isMatch: IsMatch): Segment[] {
  return segments(text, 0, text.length, matches(text, isMatch));
}

/** The stretch of the text that holds most of the matching words, marked; undefined where there are none. */
export function snippet(text: string, isMatch: IsMatch): Segment[] | undefined {
  const found = matches(text, isMatch);
  if (found.length === 0) return undefined;
  const first = densest(found);
  const start = wordStart(text, Math.max(0, first.start - 60));
  const end = wordEnd(text, Math.min(text.length, start + SNIPPET_LENGTH));
  const inside = found.filter((word) => word.start >= start && word.end <= end);
  const parts = segments(text, start, end, inside);
  if (start > 0) parts.unshift({ text: '…', marked: false });
  if (end < text.length) parts.push({ text: '…', marked: false });
  return parts;
}

function matches(text: string, isMatch: IsMatch): Word[] {
  return wordsOf(text).filter((word) => isMatch(word.text));
}

function segments(text: string, start: number, end: number, marked: readonly Word[]): Segment[] {
  const parts: Segment[] = [];
  let position = start;
  for (const word of marked) {
    if (word.start > position) parts.push({ text: text.slice(position, word.start), marked: false });
    parts.push({ text: text.slice(word.start, word.end), marked: true });
    position = word.end;
  }
  if (position < end) parts.push({ text: text.slice(position, end), marked: false });
  return parts;
}

/** The match from which a snippet's length holds the most different matching words. */
function densest(found: readonly Word[]): Word {
  let best = found[0] as Word;
  let bestCount = 0;
  for (const [index, word] of found.entries()) {
    const distinct = new Set<string>();
    for (
      let i = index;
      i < found.length && (found[i] as Word).end - word.start < SNIPPET_LENGTH - 60;
      i += 1
    ) {
      distinct.add((found[i] as Word).text.toLowerCase());
    }
    if (distinct.size > bestCount) {
      best = word;
      bestCount = distinct.size;
    }
  }
  return best;
}

function wordStart(text: string, from: number): number {
  if (from === 0) return 0;
  const space = text.indexOf(' ', from);
  return space === -1 ? from : space + 1;
}

function wordEnd(text: string, to: number): number {
  if (to >= text.length) return text.length;
  const space = text.lastIndexOf(' ', to);
  return space <= 0 ? to : space;
}
