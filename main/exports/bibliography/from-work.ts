import type { DocumentOf } from '../../library/compiled-schema.ts';
import type { Draft, Name } from './item.ts';
import { parseNames } from './names.ts';
import { containerOf, splitVolume } from './from-source.ts';

/** "(Cambridge: Cambridge University Press, 2000; 3rd edn 2017)", the first imprint of a reference. */
const IMPRINT = /^([^():;]+): ([^():;]+?), (\d{4})\b(?:[;,–].*)?$/;
const JOURNAL_YEAR = /^(?:\p{L}+ )?(\d{4})$/u;
const PEOPLE =
  /, (trans\. and (?:abridged|ed\.|annotated) by|trans\. and ed\.|ed\. and trans\.|ed\., abridged and trans\.|trans\.|translated (?:and annotated )?by|eds?\.|edited by) ([^,(]+?)(?=,|$)/;

type Work = Pick<DocumentOf<'works'>, 'title' | 'authors' | 'reference' | 'written' | 'published' | 'form'>;

/**
 * A work of the library as a publication. Its reference is read where it has the usual form of a book, a chapter or
 * an article; otherwise the work's own fields are taken, and the reference goes along as a note: nothing is lost.
 */
export function fromWork(work: Work): Draft {
  return readReference(work.reference) ?? fromFields(work);
}

/** Reads "Author, Title (Place: Publisher, 1976)" and "Author, ‘Title’, Container (…), pp. 1–2". */
export function readReference(reference: string): Draft | undefined {
  const open = reference.indexOf(' (', reference.indexOf('(ed') >= 0 ? reference.length : 0);
  const close = reference.indexOf(')', open);
  if (open < 0 || close < 0) return undefined;
  const head = reference.slice(0, open);
  const inside = reference.slice(open + 2, close);
  const after = reference.slice(close + 1);
  const comma = /^(.{2,60}?(?:, Jr\.?)?), (?=[‘“\p{Lu}\d])/u.exec(head);
  const authors = comma?.[1];
  if (!comma || !authors || !isPeople(authors)) return undefined;
  const rest = head.slice(comma[0].length);
  return /^[‘“]/.test(rest) ? readPart(authors, rest, inside, after) : readBook(authors, rest, inside, after);
}

/** Every word begins with a capital, or joins names. */
function isPeople(text: string): boolean {
  return text.split(' ').every((word) => /^(?:\p{Lu}|and$|von$|van$|de$)/u.test(word)) && !/\d/.test(text);
}

function readBook(authors: string, text: string, inside: string, after: string): Draft | undefined {
  const [, place, publisher, year] = IMPRINT.exec(inside) ?? [];
  if (!place || !publisher || !year) return undefined;
  const people = PEOPLE.exec(text);
  const bare = (people ? text.slice(0, people.index) : text).replace(
    /, (?:\d+|two|three) (?:vols|parts)$/,
    '',
  );
  if (/[‘“]|, (?:speech|statement)|[.;] |, in /.test(`${bare} `.replace(/: .*/, ''))) return undefined;
  const names = people?.[2] ? parseNames(people[2]) : [];
  const role = people?.[1] ?? '';
  const note = after.replace(/^[.;,\s]+/, '');
  return {
    type: 'book',
    ...splitVolume(bare),
    author: parseNames(authors),
    ...(/\bed/.test(role) && { editor: names }),
    ...(/trans/.test(role) && { translator: names }),
    'publisher-place': place,
    publisher,
    issued: { 'date-parts': [[Number(year)]] },
    ...(note && { note }),
  };
}

function readPart(authors: string, text: string, inside: string, after: string): Draft | undefined {
  const [, title, container] = /^[‘“](.+)[’”],? (?:in )?(\p{Lu}[^‘’“”]+)$/u.exec(text) ?? [];
  if (!title || !container) return undefined;
  const [, place, publisher, year] = IMPRINT.exec(inside) ?? [];
  const issued = year ?? JOURNAL_YEAR.exec(inside)?.[1];
  if (!issued) return undefined;
  const page = /^[,:] (?:pp?\. ?)?(\d+(?:[–-]\d+)?)/.exec(after)?.[1];
  const { fields, editor } = containerOf(container);
  return {
    type: publisher ? 'chapter' : 'article-journal',
    title,
    author: parseNames(authors),
    ...(editor && { editor }),
    ...fields,
    ...(page && { page }),
    ...(place && publisher && { 'publisher-place': place, publisher }),
    issued: { 'date-parts': [[Number(issued)]] },
  };
}

function fromFields({ title, authors, reference, written, published, form }: Work): Draft {
  const date = published?.date ?? written;
  const container = published?.in;
  // The day that stands on the newspaper.
  const parts = date ? date.start[date.calendar].split('-').map(Number) : [];
  const type = !container ? 'book' : form === 'history' ? 'article-journal' : 'article-newspaper';
  return {
    type,
    title,
    author: authors.flatMap((author): Name[] => parseNames(author.title)),
    ...(container && { 'container-title': container }),
    ...(published?.number && { issue: String(published.number) }),
    issued: { 'date-parts': parts.length > 0 ? [parts] : [] },
    note: reference,
  };
}
