/** The MLA Handbook, 9th edition: the works-cited list (5.1–5.105). */
import type { Item, Name } from './item.ts';
import { areSame, inOrder, inverted } from './names.ts';
import { dateOf, italic, quoted, series, type Run } from './runs.ts';

export function mla(item: Item): Run[] {
  const { title, volume, issue, page, author, editor, translator, URL } = item;
  const { year, month, day } = dateOf(item.issued['date-parts'][0]);
  const container = item['container-title'] ?? '';
  const publisher = item.publisher
    ?.replace(/\bUniversity Press\b/, 'UP')
    .replace(/\bUniversity of (.+) Press\b/, 'U of $1 P');
  const pages = page ? `${/[–-]/.test(page) ? 'pp.' : 'p.'} ${page}` : undefined;
  const both = editor && translator && author && areSame(editor, translator);
  const byEditor = editor && (author ?? item.type === 'chapter') && series(editor.map(inOrder));
  const edited = byEditor && `edited ${both ? 'and translated ' : ''}by ${byEditor}`;
  const translated = translator && !both && `translated by ${series(translator.map(inOrder))}`;
  const head = headOf(item);
  switch (item.type) {
    case 'book': {
      const own = item['volume-title'];
      if (own && volume) {
        return [
          ...head,
          italic(own),
          `. ${sentence([edited, translated, publisher, year])} Vol. ${volume} of `,
          italic(title),
          '.',
        ];
      }
      const numbered = volume && `vol. ${volume}`;
      return [...head, italic(title), `. ${sentence([edited, translated, numbered, publisher, year])}`];
    }
    case 'chapter':
      return [
        ...head,
        quoted(title),
        ' ',
        italic(container),
        `, ${list([edited, translated, volume && `vol. ${volume}`, publisher, year, pages])}.`,
      ];
    case 'article-journal':
      return [
        ...head,
        quoted(title),
        ' ',
        italic(container),
        `, ${list([volume && `vol. ${volume}`, issue && `no. ${issue}`, year, pages])}.`,
      ];
    case 'article-newspaper': {
      const when = [day, month && short(month), year].filter(Boolean).join(' ');
      return [
        ...head,
        quoted(title),
        ' ',
        italic(container),
        `, ${list([issue && `no. ${issue}`, when, pages])}.`,
      ];
    }
    case 'webpage':
      return [...head, quoted(title), ' ', italic(container), `, ${list([year, URL])}.`];
  }
}

function headOf({ author, editor, type }: Item): Run[] {
  if (author?.length) return [`${people(author)}. `];
  if (editor?.length && type === 'book') {
    return [`${people(editor)}, ${editor.length > 1 ? 'editors' : 'editor'}. `];
  }
  return [];
}

/** One or two are named; of more the first, "et al." for the others (5.7). */
function people(names: readonly Name[]): string {
  const [first, second, third] = names;
  if (!first) return '';
  if (!second) return inverted(first);
  return third || inOrder(second) === 'others'
    ? `${inverted(first)}, et al.`
    : `${inverted(first)}, and ${inOrder(second)}`;
}

function list(parts: readonly (string | undefined | false)[]): string {
  return parts.filter(Boolean).join(', ');
}

function sentence(parts: readonly (string | undefined | false)[]): string {
  const text = list(parts);
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}

/** May, June and July are written out (MLA Handbook, appendix 1). */
function short(month: string): string {
  if (month.length < 5) return month;
  return `${month.slice(0, month === 'September' ? 4 : 3)}.`;
}
