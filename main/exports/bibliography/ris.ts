import type { Item, ItemType, Name } from './item.ts';
import { inverted } from './names.ts';

const TYPES: Record<ItemType, string> = {
  book: 'BOOK',
  chapter: 'CHAP',
  'article-journal': 'JOUR',
  'article-newspaper': 'NEWS',
  webpage: 'ELEC',
};

/** RIS, as EndNote, Zotero, Mendeley and RefWorks read it: lines end in CR LF, as its specification of 2001 asks. */
export function toRis(items: readonly Item[]): string {
  return items.map((item) => `${lines(item).join('\r\n')}\r\n`).join('\r\n');
}

function lines(item: Item): string[] {
  const [year, month, day] = item.issued['date-parts'][0] ?? [];
  const two = (number: number | undefined) => (number ? String(number).padStart(2, '0') : '');
  const [first, last] = item.page?.split(/[–-]/) ?? [];
  const title = item['volume-title'] ? `${item.title}: ${item['volume-title']}` : item.title;
  const tags: [string, string | undefined][] = [
    ['TY', TYPES[item.type]],
    ['ID', item.id],
    ...people('AU', item.author),
    ...people('ED', item.editor),
    ...people('A4', item.translator),
    ['TI', title],
    ['T2', item['container-title']],
    ['VL', item.volume],
    ['IS', item.issue],
    ['SP', first],
    ['EP', last],
    ['PB', item.publisher],
    ['CY', item['publisher-place']],
    ['PY', year ? String(year) : undefined],
    ['DA', month ? `${year}/${two(month)}/${two(day)}/` : undefined],
    ['UR', item.URL],
    ['LA', item.language],
    ['N1', item.note],
  ];
  return [
    ...tags.flatMap(([tag, value]) => (value ? [`${tag}  - ${value.replace(/\s+/g, ' ')}`] : [])),
    'ER  - ',
  ];
}

function people(tag: string, names: readonly Name[] | undefined): [string, string][] {
  return (names ?? []).map((name) => [tag, inverted(name)]);
}
