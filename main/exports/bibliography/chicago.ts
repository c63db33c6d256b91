/** The Chicago Manual of Style, 17th edition, notes and bibliography: the form of a bibliography (14.61–14.120). */
import type { Item, Name } from './item.ts';
import { areSame, inOrder, inverted } from './names.ts';
import { dateOf, italic, quoted, series, type Run } from './runs.ts';

export function chicago(item: Item): Run[] {
  const { title, volume, issue, page, URL } = item;
  const { year, month, day } = dateOf(item.issued['date-parts'][0]);
  const container = item['container-title'] ?? '';
  const head = headOf(item);
  switch (item.type) {
    case 'book':
      return [
        ...head,
        italic(title),
        ...(volume ? [`. Vol. ${volume}`] : []),
        ...(item['volume-title'] ? [', ', italic(item['volume-title'])] : []),
        '. ',
        ...contributors(item),
        imprint(item, year),
      ];
    case 'chapter':
      return [
        ...head,
        quoted(title),
        ' In ',
        italic(container),
        item.editor ? `, edited by ${series(item.editor.map(inOrder))}` : '',
        volume ? `, vol. ${volume}` : '',
        page ? `, ${page}` : '',
        '. ',
        imprint(item, year),
      ];
    case 'article-journal': {
      const numbers = [volume ? ` ${volume}` : '', issue ? `, no. ${issue}` : ''].join('');
      return [
        ...head,
        quoted(title),
        ' ',
        italic(container),
        numbers,
        ` (${year})`,
        page ? `: ${page}` : '',
        '.',
      ];
    }
    case 'article-newspaper': {
      const when = month && day ? `${month} ${day}, ${year}` : month ? `${month} ${year}` : year;
      return [...head, quoted(title), ' ', italic(container), issue ? `, no. ${issue}` : '', `, ${when}.`];
    }
    case 'webpage':
      return [...head, quoted(title), ` ${container}, ${year}.`, URL ? ` ${URL}.` : ''];
  }
}

function headOf({ author, editor, type }: Item): Run[] {
  if (author?.length) return [`${people(author)}. `];
  if (editor?.length && type === 'book') return [`${people(editor)}, ${editor.length > 1 ? 'eds' : 'ed'}. `];
  return [];
}

/** The first inverted, the others in order: "Koenker, Diane P., and William G. Rosenberg". */
function people(names: readonly Name[]): string {
  const [first, ...others] = names;
  if (!first) return '';
  const rest = others.map(inOrder);
  if (rest.at(-1) === 'others') return `${[inverted(first), ...rest.slice(0, -1)].join(', ')}, et al.`;
  if (rest.length === 0) return inverted(first);
  return `${[inverted(first), ...rest.slice(0, -1)].join(', ')}, and ${rest.at(-1)}`;
}

function contributors({ author, editor, translator }: Item): Run[] {
  if (author && editor && translator && areSame(editor, translator)) {
    return [`Edited and translated by ${series(editor.map(inOrder))}. `];
  }
  const lines = [
    editor && author ? `Edited by ${series(editor.map(inOrder))}. ` : '',
    translator ? `Translated by ${series(translator.map(inOrder))}. ` : '',
  ];
  return lines.filter(Boolean);
}

function imprint({ publisher, 'publisher-place': place }: Item, year: string): string {
  if (publisher) return `${place ? `${place}: ` : ''}${publisher}, ${year}.`;
  return place ? `${place}, ${year}.` : `${year}.`;
}
