import { languageOf, type Book } from './book.ts';
import { bookWords } from './words.ts';
import { element, escapeText } from './xhtml.ts';

/** One XHTML file of the book, `<id>.xhtml`, in reading order. */
export interface BookFile {
  id: string;
  title: string;
  lang: string;
}

/** Schema.org's accessibility metadata, as EPUB Accessibility 1.1 asks. */
const ACCESSIBILITY = [
  ['schema:accessMode', 'textual'],
  ['schema:accessModeSufficient', 'textual'],
  ['schema:accessibilityFeature', 'structuralNavigation'],
  ['schema:accessibilityFeature', 'tableOfContents'],
  ['schema:accessibilityFeature', 'readingOrder'],
  ['schema:accessibilityFeature', 'displayTransformability'],
  ['schema:accessibilityHazard', 'none'],
  ['schema:accessibilitySummary', bookWords.en.accessibility],
] as const;

/** The package document: what the book is, which files it has and in which order they are read. */
export function packageDocument(book: Book, files: readonly BookFile[]): string {
  const main = languageOf(book.documents);
  const languages = [...new Set([main, ...book.documents.map(({ lang }) => lang)])];
  const meta = (property: string, value: string) => element('meta', { property }, escapeText(value));
  const metadata = [
    element('dc:identifier', { id: 'identifier' }, escapeText(book.identifier)),
    element('dc:title', {}, escapeText(book.title)),
    ...languages.map((lang) => element('dc:language', {}, lang)),
    element('dc:creator', {}, escapeText(bookWords.en.library)),
    element('dc:publisher', {}, escapeText(bookWords.en.library)),
    element('dc:rights', {}, escapeText(bookWords.en.licence)),
    element('dc:date', {}, book.modified.toISOString().slice(0, 10)),
    meta('dcterms:modified', book.modified.toISOString().replace(/\.\d+Z$/, 'Z')),
    ...ACCESSIBILITY.map(([property, value]) => meta(property, value)),
  ];
  const manifest = files.map(
    ({ id }) => `<item id="${id}" href="${id}.xhtml" media-type="application/xhtml+xml"/>`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>
<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="identifier" xml:lang="${main}">
<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
${metadata.join('\n')}
</metadata>
<manifest>
<item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>
<item id="style" href="style.css" media-type="text/css"/>
${manifest.join('\n')}
</manifest>
<spine>
<itemref idref="title"/>
<itemref idref="nav"/>
${files
  .slice(1)
  .map(({ id }) => `<itemref idref="${id}"/>`)
  .join('\n')}
</spine>
</package>
`;
}
