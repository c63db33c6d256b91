/** EPUB 3.3: a book of entries as the files of its zip. */
import { collectItems } from './bibliography/collect.ts';
import { languageOf, linksOf, slugOf, type Book } from './book.ts';
import { BOOK_STYLE } from './book-style.ts';
import { entryXhtml } from './entry-xhtml.ts';
import { packageDocument, type BookFile } from './epub-package.ts';
import { referenceList } from './reference-list.ts';
import { bookWords } from './words.ts';
import { element, escapeText, langOf } from './xhtml.ts';
import type { ZipEntry } from './zip.ts';

const CONTAINER = `<?xml version="1.0" encoding="UTF-8"?>
<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
  <rootfiles><rootfile full-path="EPUB/package.opf" media-type="application/oebps-package+xml"/></rootfiles>
</container>
`;
/** An id must not begin with a digit in XML, and a heading may. */
const ID_PREFIX = 'in-';

/** The files of the EPUB, the one that says what it is first. */
export function* epubFiles(book: Book): Generator<ZipEntry> {
  const words = bookWords.en;
  const lang = languageOf(book.documents);
  const links = linksOf(book, {
    idPrefix: () => ID_PREFIX,
    href: (address, fragment) => `${slugOf(address)}.xhtml${fragment ? `#${ID_PREFIX}${fragment}` : ''}`,
  });
  const items = collectItems(book.documents);
  const files: BookFile[] = [
    { id: 'title', title: book.title, lang },
    ...book.documents.map(({ address, title, lang }) => ({ id: slugOf(address), title, lang })),
    ...(items.length > 0 ? [{ id: 'bibliography', title: words.bibliography, lang: 'en' }] : []),
  ];

  yield { name: 'mimetype', content: 'application/epub+zip', stored: true };
  yield { name: 'META-INF/container.xml', content: CONTAINER };
  yield { name: 'EPUB/package.opf', content: packageDocument(book, files) };
  yield { name: 'EPUB/style.css', content: BOOK_STYLE.trimStart() };
  yield { name: 'EPUB/nav.xhtml', content: navigation(book, files) };
  yield { name: 'EPUB/title.xhtml', content: page(book.title, lang, titlePage(book)) };
  for (const document of book.documents) {
    const { address, title, lang } = document;
    yield { name: `EPUB/${slugOf(address)}.xhtml`, content: page(title, lang, entryXhtml(document, links)) };
  }
  if (items.length > 0) {
    const body = element('h1', {}, words.bibliography) + referenceList(items);
    const section = element('section', { class: 'bibliography', 'epub:type': 'bibliography' }, body);
    yield { name: 'EPUB/bibliography.xhtml', content: page(words.bibliography, 'en', section) };
  }
}

function titlePage({ title, modified }: Book): string {
  const { partOf, licence } = bookWords.en;
  const english = langOf('en');
  return element(
    'section',
    { class: 'title', 'epub:type': 'titlepage' },
    element('h1', {}, escapeText(title)) +
      element('p', english, escapeText(partOf)) +
      element('p', english, escapeText(licence)) +
      element('p', {}, modified.toISOString().slice(0, 10)),
  );
}

function navigation(book: Book, files: readonly BookFile[]): string {
  const { contents, start, bibliography } = bookWords.en;
  const link = ({ id, title, lang }: BookFile) =>
    element('li', {}, element('a', { href: `${id}.xhtml`, ...langOf(lang) }, escapeText(title)));
  const landmark = (type: string, href: string, text: string) =>
    element('li', {}, element('a', { 'epub:type': type, href }, escapeText(text)));
  const first = files[1]?.id ?? 'title';
  const landmarks = [
    landmark('titlepage', 'title.xhtml', book.title),
    landmark('toc', '#toc', contents),
    landmark('bodymatter', `${first}.xhtml`, start),
    ...(files.at(-1)?.id === 'bibliography'
      ? [landmark('bibliography', 'bibliography.xhtml', bibliography)]
      : []),
  ];
  const toc = element('h1', {}, contents) + element('ol', {}, files.slice(1).map(link).join('\n'));
  const body =
    element('nav', { 'epub:type': 'toc', id: 'toc', class: 'contents', role: 'doc-toc' }, toc) +
    element('nav', { 'epub:type': 'landmarks', hidden: 'hidden' }, element('ol', {}, landmarks.join('')));
  return page(contents, 'en', body);
}

function page(title: string, lang: string, body: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE html>
<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" lang="${lang}" xml:lang="${lang}">
<head><meta charset="utf-8" /><title>${escapeText(title)}</title><link rel="stylesheet" href="style.css" /></head>
<body>
${body}
</body>
</html>
`;
}
