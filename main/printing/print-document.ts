/** The print document: one HTML file that needs nothing else, made of content and options alone. */
import { fill } from '../exports/words.ts';
import { element, escapeText, langOf } from '../exports/xhtml.ts';
import { languageOf } from '../exports/book.ts';
import { destinationOf, endNotes, linksForPaper, pageNumber, type PageNumbers } from './cross-references.ts';
import { cssString, paperStyles } from './paper-styles.ts';
import { paperWords as words } from './paper-words.ts';
import type { PrintOptions } from './print-options.ts';
import { sectionsOf, type PrintContent, type Section } from './sections.ts';

/** What only a printed page can tell, or is made once for many prints. */
export interface Layout {
  pages: PageNumbers;
  /** Sections before which a page stays empty, so that they start on the right. */
  blanksBefore?: ReadonlySet<string>;
  /** `@font-face` rules with the fonts in them. */
  fonts?: string;
}

export interface PrintDocument {
  html: string;
  /** The style sheet, which a policy may name by its digest. */
  css: string;
  title: string;
  lang: string;
  /** Destinations of what starts a page, in order. */
  starts: string[];
  /** Whether anything in it says a page number. */
  hasNumbers: boolean;
}

/** Lays out content by options. The same content gives the same document. */
export function printDocument(content: PrintContent, options: PrintOptions, layout: Layout): PrintDocument {
  const sections = sectionsOf(content, options);
  const isPack = sections.length > 1 && (content.documents.length > 1 || options.title !== '');
  const lang = content.documents.length > 0 ? languageOf(content.documents) : 'en';
  const body = sections.map((section, index) =>
    sectionXhtml(section, index, sections, content, options, layout),
  );
  const css = [
    layout.fonts ?? '',
    paperStyles(options),
    runningHead('.contents', 'contents', content.title, words.contents),
    ...sections.map(({ title }, index) => runningHead(`#s${index}`, `s${index}`, content.title, title)),
  ].join('\n');
  const html = `<!DOCTYPE html>
<html lang="${lang}"><head><meta charset="utf-8" /><meta name="viewport" content="width=device-width" />
<title>${escapeText(content.title)}</title><style>${css}</style></head>
<body>
${isPack ? front(content, sections, options, layout) : ''}${body.join('\n')}
</body></html>`;
  const starts = sections.map(({ destination }) => destination);
  return {
    html,
    css,
    title: content.title,
    lang,
    starts: isPack ? ['contents', ...starts] : starts,
    hasNumbers: html.includes('class="n"'),
  };
}

function sectionXhtml(
  section: Section,
  index: number,
  sections: readonly Section[],
  content: PrintContent,
  options: PrintOptions,
  { pages, blanksBefore }: Layout,
): string {
  const { catalogue, documents } = content;
  const printed = new Set(documents.map(({ address }) => address));
  const appended = new Set(
    sections.flatMap(({ destination, xhtml }) =>
      ['glossary', 'people'].includes(destination)
        ? [...xhtml.matchAll(/<dt id="([^"]+)"/g)].map((match) => match[1])
        : [],
    ),
  );
  const { xhtml, notes } = linksForPaper(section.xhtml, {
    destination: (address) => {
      const name = destinationOf(address);
      return printed.has(address) || appended.has(name) ? name : undefined;
    },
    // Whoever looks up a name or a word knows that the appendices are in alphabetical order.
    saysPage: (address) => printed.has(address),
    note: (href, title) => {
      const entry = catalogue.get(href);
      const { lang } = entry ?? {};
      if (options.glossary === 'notes' && entry?.collection === 'terms') {
        return { title: entry.title, text: entry.summary, ...(lang && { lang }) };
      }
      // In a list every title is a link, and its notes would be longer than the list.
      if (!options.links || section.destination === 'list') return undefined;
      return { title: entry?.title ?? title, text: href, ...(lang && { lang }) };
    },
    pages,
  });
  const heading = options.glossary === 'notes' ? words.notes : words.links;
  const kind = options.numbers ? 'section numbered' : 'section';
  return (
    emptyPage(blanksBefore?.has(section.destination)) +
    element(
      'section',
      { class: kind, id: `s${index}`, ...langOf(section.lang) },
      xhtml + endNotes(notes, heading),
    )
  );
}

function front(
  content: PrintContent,
  sections: readonly Section[],
  options: PrintOptions,
  { pages, blanksBefore }: Layout,
): string {
  const line = (
    { destination, title, lang }: Pick<Section, 'destination' | 'title' | 'lang'>,
    inner = '',
  ) => {
    const text = element('span', langOf(lang), escapeText(title));
    const link = element('a', { href: `#${destination}` }, `${text}<i></i>${pageNumber(destination, pages)}`);
    return element('li', {}, link + inner);
  };
  const lines = sections.map((section) => {
    const parts = section.parts.map((part) => line(part)).join('\n');
    return line(section, parts && element('ol', {}, parts));
  });
  const heading = element('h1', { id: 'contents' }, words.contents);
  const contents = element('ol', {}, lines.join('\n'));
  return (
    titlePage(content, options) +
    emptyPage(blanksBefore?.has('contents')) +
    element('nav', { class: 'contents', 'aria-labelledby': 'contents', lang: 'en' }, heading + contents)
  );
}

function titlePage({ title, documents }: PrintContent, options: PrintOptions): string {
  const { length } = documents;
  const count = length === 1 ? words.entry : fill(words.entries, { count: length });
  const about = [words.coursePack, count, words.edition[options.edition]].join(' · ');
  return element(
    'header',
    { class: 'title-page' },
    element('p', { class: 'library', lang: 'en' }, words.library) +
      element('div', { class: 'wedge', 'aria-hidden': 'true' }, '') +
      element('h1', {}, escapeText(title)) +
      element('p', { lang: 'en' }, about) +
      element('p', { class: 'imprint', lang: 'en' }, words.printedFrom),
  );
}

function emptyPage(wanted: boolean | undefined): string {
  return wanted ? element('div', { class: 'blank', 'aria-hidden': 'true' }, '') : '';
}

/** The pack on the left, the section on the right: a page of its own kind for each section. */
function runningHead(selector: string, page: string, pack: string, section: string): string {
  const left = cssString(short(pack === section ? words.library : pack));
  const right = cssString(short(section));
  return `@page ${page}{@top-left{content:${left}}@top-right{content:${right}}}${selector}{page:${page}}`;
}

/** A running head has one line. */
function short(text: string): string {
  const most = 52;
  return text.length > most ? `${text.slice(0, most - 2).trimEnd()}…` : text;
}
