import type { LibraryDocument } from '../../main/library/compiled-schema.ts';

type Source = LibraryDocument['sources'][number];

/** What stands before and after the title of a publication in a list of sources. */
export function sourceParts(source: Source): { before: string; title: string; after: string } {
  const { author, editor, translator, publisher, place, year, pages, in: journal, title } = source;
  const before = author ? `${author}, ` : editor ? `${editor} (ed.), ` : '';
  const imprint = [place, publisher, String(year)].filter(Boolean).join(', ');
  const after = [
    author && editor ? `, ed. ${editor}` : '',
    translator ? `, trans. ${translator}` : '',
    journal ? `, in ${journal}` : '',
    ` (${imprint})`,
    pages ? `, ${pages}` : '',
  ].join('');
  return { before, title, after };
}
