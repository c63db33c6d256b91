/** The Publication Manual of the American Psychological Association, 7th edition: the reference list (chapters 9, 10). */
import type { Item, Name } from './item.ts';
import { inOrder, withInitials } from './names.ts';
import { dateOf, italic, type Run } from './runs.ts';

/** Titles keep their capitals: which of them are names only a reader can tell. */
export function apa(item: Item): Run[] {
  const { title, volume, issue, page, author, editor, translator, publisher, URL } = item;
  const { year, month, day } = dateOf(item.issued['date-parts'][0]);
  const when =
    item.type === 'article-newspaper' && month
      ? `(${year}, ${[month, day].filter(Boolean).join(' ')})`
      : `(${year})`;
  const container = item['container-title'] ?? '';
  const imprint = publisher ? ` ${publisher}.` : '';
  switch (item.type) {
    case 'book': {
      const own = item['volume-title'];
      const name = own && volume ? `${title}: Vol. ${volume}. ${own}` : title;
      const details = [
        volume && !own ? `Vol. ${volume}` : '',
        author && editor ? roles(editor, 'Ed', 's') : '',
        translator ? roles(translator, 'Trans', '') : '',
      ].filter(Boolean);
      const titled: Run[] = [italic(name), details.length > 0 ? ` (${details.join('; ')})` : '', '.'];
      const head = author
        ? `${people(author)}`
        : editor
          ? `${people(editor)} (${editor.length > 1 ? 'Eds.' : 'Ed.'})`
          : undefined;
      return head ? [`${point(head)} ${when}. `, ...titled, imprint] : [...titled, ` ${when}.`, imprint];
    }
    case 'chapter': {
      const inBook = editor ? `${roles(editor, 'Ed', 's', ' (')}), ` : '';
      const where = [
        volume ? `Vol. ${volume}` : '',
        page ? `${/[–-]/.test(page) ? 'pp.' : 'p.'} ${page}` : '',
      ].filter(Boolean);
      return [
        ...headed(author, title, when),
        `In ${inBook}`,
        italic(container),
        where.length > 0 ? ` (${where.join(', ')}).` : '.',
        imprint,
      ];
    }
    case 'article-journal':
    case 'article-newspaper':
      return [
        ...headed(author, title, when),
        italic(container),
        ...(volume ? [', ', italic(volume)] : []),
        issue ? `${volume ? '' : ', '}(${issue})` : '',
        page ? `, ${page}` : '',
        '.',
      ];
    case 'webpage':
      return [
        ...(author
          ? [`${point(people(author))} ${when}. `, italic(title), '.']
          : [italic(title), `. ${when}.`]),
        ` ${container}.`,
        URL ? ` ${URL}` : '',
      ];
  }
}

function headed(author: Name[] | undefined, title: string, when: string): Run[] {
  return author ? [`${point(people(author))} ${when}. ${title}. `] : [`${title}. ${when}. `];
}

/** "Koenker, D. P., & Rosenberg, W. G.". */
function people(names: readonly Name[]): string {
  const all = names.map(withInitials);
  if (all.at(-1) === 'others') return `${all.slice(0, -1).join(', ')}, et al.`;
  return all.length < 2 ? (all[0] ?? '') : `${all.slice(0, -1).join(', ')}, & ${all.at(-1)}`;
}

/** "J. Carmichael, Ed.": initials before the name, for who did not write it. */
function roles(names: readonly Name[], role: string, plural: string, before = ', '): string {
  const all = names.map((name) =>
    'literal' in name
      ? name.literal
      : inOrder({ family: name.family, given: withInitials({ ...name, family: '' }).replace(/^, /, '') }),
  );
  const joined = all.length < 3 ? all.join(' & ') : `${all.slice(0, -1).join(', ')}, & ${all.at(-1)}`;
  return `${joined}${before}${role}${names.length > 1 ? plural : ''}.`;
}

function point(text: string): string {
  return text.endsWith('.') ? text : `${text}.`;
}
