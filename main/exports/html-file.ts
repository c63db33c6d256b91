import { collectItems } from './bibliography/collect.ts';
import { languageOf, linksOf, slugOf, type Book } from './book.ts';
import { BOOK_STYLE } from './book-style.ts';
import { entryXhtml } from './entry-xhtml.ts';
import { referenceList } from './reference-list.ts';
import { bookWords } from './words.ts';
import { element, escapeText, langOf } from './xhtml.ts';

/** What paper and a wide window need beyond the look of the book. */
const PAGE_STYLE = `
body { max-width: 40rem; margin: 2rem auto; padding: 0 1.25rem; color: #1a1714; background: #fff; }
article, .bibliography { margin-top: 4rem; border-top: 0.5rem solid #a3201a; }
.title h1 { margin-top: 1rem; }
.facts div, .readings dl { display: grid; grid-template-columns: 6.5rem minmax(0, 1fr); gap: 0.1rem 0.9rem; }
.facts dd, .readings dd { margin: 0; }
@page { margin: 20mm 18mm; @bottom-center { content: counter(page) " / " counter(pages); font: 9pt Georgia, serif; } }
@media print {
  body { max-width: none; margin: 0; padding: 0; font-size: 11pt; }
  article, .bibliography { break-before: page; margin-top: 0; }
  a { text-decoration: none; }
}
`;

/** The book as one HTML file that needs nothing else: no script, no other file, nothing from a network. */
export function* htmlFile(book: Book): Generator<string> {
  const words = bookWords.en;
  const lang = languageOf(book.documents);
  const links = linksOf(book, {
    idPrefix: (address) => `${slugOf(address)}--`,
    href: (address, fragment) => `#${slugOf(address)}--${fragment || 'top'}`,
  });
  const items = collectItems(book.documents);
  const contents = [
    ...book.documents.map(({ address, title, lang }) => ({ href: links.href(address, ''), title, lang })),
    ...(items.length > 0 ? [{ href: '#bibliography', title: words.bibliography, lang: 'en' }] : []),
  ].map(({ href, title, lang }) =>
    element('li', {}, element('a', { href, ...langOf(lang) }, escapeText(title))),
  );

  yield `<!DOCTYPE html>
<html lang="${lang}">
<head>
<meta charset="utf-8" />
<meta name="viewport" content="width=device-width" />
<meta name="generator" content="${escapeText(words.library)}" />
<title>${escapeText(book.title)}</title>
<style>${BOOK_STYLE}${PAGE_STYLE}</style>
</head>
<body>
<header class="title"><h1>${escapeText(book.title)}</h1>
<p lang="en">${escapeText(words.partOf)}</p>
<p lang="en">${escapeText(words.licence)}</p></header>
${book.documents.length > 1 ? `<nav class="contents" lang="en"><h2>${words.contents}</h2><ol>${contents.join('\n')}</ol></nav>` : ''}
<main>
`;
  for (const document of book.documents) yield `${entryXhtml(document, links)}\n`;
  if (items.length > 0) {
    const heading = element('h1', {}, words.bibliography);
    yield element(
      'section',
      { class: 'bibliography', id: 'bibliography', lang: 'en' },
      heading + referenceList(items),
    );
  }
  yield '\n</main>\n</body>\n</html>\n';
}
