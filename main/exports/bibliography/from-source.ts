import type { Source } from '../../library/front-matter-schema.ts';
import type { Draft } from './item.ts';
import { parseNames } from './names.ts';

/** What a name of a periodical has and a title of a book has not. */
const PERIODICAL =
  /\b(?:Review|Journal|Studies|Quarterly|Papers|Iaponica|Kritika|Slavica|History \d|Sociohistórica)\b|^(?:Historical Materialism|Russian History)/;
const SPANISH_MONTH =
  /^(.+?), (?:(\d{1,2}) de )?(enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre)$/;
const MONTHS =
  'enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre'.split(' ');

/** A source of an entry as a publication. Chapters of books are dropped: a bibliography names the book. */
export function fromSource(source: Source): Draft {
  const { author, editor, translator, publisher, place, url } = source;
  const { title, ...volume } = splitVolume(source.title);
  const container = source.in ? containerOf(source.in) : undefined;
  const pages = /^pp?\. ?([\d–-]+)$/.exec(source.pages ?? '')?.[1];
  const editors = [...(editor ? parseNames(editor) : []), ...(container?.editor ?? [])];
  // "Browder and Kerensky (eds)" stands in the author's place now and then.
  const authorsEdit = author !== undefined && /\(eds?\.?\)\s*$/.test(author);
  if (authorsEdit) editors.push(...parseNames(author));
  return {
    type: container?.type ?? 'book',
    title,
    ...(author && !authorsEdit && { author: parseNames(author) }),
    ...(editors.length > 0 && { editor: editors }),
    ...(translator && { translator: parseNames(translator) }),
    ...volume,
    ...container?.fields,
    ...(pages && container && { page: pages }),
    ...(publisher && { publisher }),
    ...(place && { 'publisher-place': place }),
    issued: { 'date-parts': [[source.year, ...(container?.day ?? [])]] },
    ...(url && { URL: url }),
  };
}

/** "The End of the Army, vol. 2: The Road to Peace" is a title, a volume and the volume's title. */
export function splitVolume(text: string): Pick<Draft, 'title' | 'volume' | 'volume-title'> {
  const [, title, volume, own] = /^(.+?), vol\. (\d+|[IVX]+)(?:: (.+))?$/.exec(text) ?? [];
  if (!title || !volume || /^Review of /.test(text)) return { title: text };
  return { title, volume, ...(own && { 'volume-title': own }) };
}

interface Container {
  type: Draft['type'];
  fields: Pick<Draft, 'container-title' | 'volume' | 'issue'>;
  editor?: Draft['editor'];
  /** Month and day. */
  day?: number[];
}

/** The journal, newspaper, site or book of a line such as "Slavic Review 57" or "Página/12, 11 de agosto". */
export function containerOf(line: string): Container {
  const dated = SPANISH_MONTH.exec(line);
  if (dated) {
    const [, name = line, day, month = ''] = dated;
    const number = MONTHS.indexOf(month) + 1;
    return {
      type: 'article-newspaper',
      fields: { 'container-title': name },
      day: [number, ...(day ? [Number(day)] : [])],
    };
  }
  if (/^[\w-]+(?:\.[\w-]+)+$/.test(line)) return { type: 'webpage', fields: { 'container-title': line } };

  const issue = /,? (?:no\.|n\.º) ?([\d–]+)$/.exec(line);
  const rest = issue ? line.slice(0, issue.index) : line;
  const volume = /(?:, vol(?:\.|s) ?|(?<=[a-z]) )(\d+(?:–\d+)?)$/.exec(rest);
  const name = volume ? rest.slice(0, volume.index) : rest;
  const numbers = {
    'container-title': name,
    ...(volume?.[1] && { volume: volume[1] }),
    ...(issue?.[1] && { issue: issue[1] }),
  };
  if (PERIODICAL.test(line) && !/\beds? /.test(line)) return { type: 'article-journal', fields: numbers };
  if (/^Collected Works/.test(line) || /, eds?\. /.test(line) || /: /.test(line)) {
    const [, book, editors] = /^(.+?), eds?\. (.+)$/.exec(line) ?? [];
    if (!book || !editors) return { type: 'chapter', fields: numbers };
    return { type: 'chapter', fields: { 'container-title': book }, editor: parseNames(editors) };
  }
  return { type: 'article-newspaper', fields: numbers };
}
