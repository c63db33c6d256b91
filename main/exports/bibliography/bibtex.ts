import type { Item, ItemType, Name } from './item.ts';

const TYPES: Record<ItemType, string> = {
  book: 'book',
  chapter: 'incollection',
  'article-journal': 'article',
  'article-newspaper': 'article',
  webpage: 'misc',
};
const SPECIAL: Record<string, string> = {
  '\\': '\\textbackslash{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
};

/** BibTeX in UTF-8, as biber and every reference manager of today read it. */
export function toBibtex(items: readonly Item[]): string {
  return items.map(entry).join('\n');
}

function entry(item: Item): string {
  const [year, month, day] = item.issued['date-parts'][0] ?? [];
  const container = item['container-title'];
  const whole = item['volume-title'] ? `${item.title}: ${item['volume-title']}` : item.title;
  const fields: [string, string | undefined][] = [
    ['author', names(item.author)],
    ['editor', names(item.editor)],
    ['translator', names(item.translator)],
    ['title', `{${escape(whole)}}`],
    [
      item.type === 'chapter' ? 'booktitle' : 'journal',
      container && item.type !== 'webpage' ? escape(container) : undefined,
    ],
    ['howpublished', item.type === 'webpage' && container ? escape(container) : undefined],
    ['volume', item.volume],
    ['number', item.issue],
    ['pages', item.page?.replace('–', '--')],
    ['publisher', item.publisher && escape(item.publisher)],
    ['address', item['publisher-place'] && escape(item['publisher-place'])],
    ['year', year ? String(year) : undefined],
    ['month', month ? String(month) : undefined],
    ['day', day ? String(day) : undefined],
    ['url', item.URL],
    ['language', item.language === 'es' ? 'spanish' : undefined],
    ['note', item.note && escape(item.note)],
  ];
  const lines = fields.flatMap(([name, value]) => (value ? [`  ${name} = {${value}},`] : []));
  return `@${TYPES[item.type]}{${item.id},\n${lines.join('\n')}\n}\n`;
}

/** "von Rauch, Georg and {Petrograd Soviet}"; a body is kept together by braces. */
function names(all: readonly Name[] | undefined): string | undefined {
  return all
    ?.map((name) => {
      if ('literal' in name) return name.literal === 'others' ? 'others' : `{${escape(name.literal)}}`;
      return [name.family, name.suffix, name.given]
        .filter(Boolean)
        .map((part) => escape(part ?? ''))
        .join(', ');
    })
    .join(' and ');
}

/** One pass, so that what one sign becomes is not escaped again. */
function escape(text: string): string {
  return text.replace(/[\\~^&%$#_{}]/g, (sign) => SPECIAL[sign] ?? `\\${sign}`);
}
