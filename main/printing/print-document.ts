/** The print document: one HTML file that needs nothing else, made of content and options alone. */
import { fill } from '../exports/words.ts';
import { element, escapeText, langOf } from '../exports/xhtml.ts';
import { languageOf } from '../exports/book.ts';
import { destinationOf, endNotes, linksForPaper, pageNumber, type PageNumbers } from './cross-references.ts';
import { charactersALine, cssString, landscape, measureStyles, paperStyles } from './paper-styles.ts';
import { paperWords as words } from './paper-words.ts';
import type { PrintOptions } from './print-options.ts';
import { markShortParagraphs } from './short-paragraphs.ts';
import { sectionsOf, type PrintContent, type Section } from './sections.ts';

/** What only a printed page can tell, or is made once for many prints. */
export interface Layout {
  pages: PageNumbers;
  /** How many pages there are, once that is known. */
  total?: number;
  /** Sections before which a page stays empty, so that they start on the right. */
  blanksBefore?: ReadonlySet<string>;
  /** `@font-face` rules with the fonts in them. */
  fonts?: string;
}

export interface PrintDocument {
  html: string;
  title: string;
  lang: string;
  /** Destinations of what starts a page, in order. */
  starts: string[];
  /** Whether anything in it says a page number. */
  hasNumbers: boolean;
}

/** A print before anything is known of its pages: made once, laid out as often as it takes. */
export interface Draft {
  content: PrintContent;
  options: PrintOptions;
  sections: readonly Section[];
  /** Whether it has a title page and contents. */
  hasFront: boolean;
  lang: string;
  /** Addresses of entries that are printed in full. */
  printed: ReadonlySet<string>;
  /** Destinations of the entries that an appendix tells of. */
  appended: ReadonlySet<string>;
}

export function draftPrint(content: PrintContent, options: PrintOptions): Draft {
  const { documents } = content;
  const sections = sectionsOf(content, options);
  return {
    content,
    options,
    sections,
    hasFront: sections.length > 1 && (documents.length > 1 || options.title !== ''),
    lang: documents.length > 0 ? languageOf(documents) : 'en',
    printed: new Set(documents.map(({ address }) => address)),
    appended: new Set(sections.flatMap(({ explains }) => explains)),
  };
}

/** Lays out a draft. The same draft and layout give the same document. */
export function printDocument(draft: Draft, layout: Layout): PrintDocument {
  const { content, options, sections, lang } = draft;
  const parts = layOut(draft, layout);
  const short = (text: string) => shortened(text, options);
  const css = [
    layout.fonts ?? '',
    paperStyles(options, layout.total),
    runningPack(short(sections[0]?.title === content.title ? words.library : content.title)),
    runningHead('.contents', 'contents', words.contents),
    ...sections.map(({ destination, title }, index) =>
      runningHead(
        `#s${index}`,
        `s${index}`,
        short(title),
        destination === 'worksheet' ? landscape(options) : '',
      ),
    ),
  ];
  const html = page(content.title, lang, css.join('\n'), parts.map(({ xhtml }) => xhtml).join('\n'));
  return {
    html,
    title: content.title,
    lang,
    starts: parts.flatMap(({ start }) => start ?? []),
    hasNumbers: html.includes('class="n"'),
  };
}

/** From this size on it pays to measure in two halves, side by side. */
const LONG = 150_000;

/**
 * Documents that break into pages as the print does, and show nothing but links: what a first pass prints to learn
 * where everything comes to lie. Each section starts a page, so a long print can be measured in two halves.
 */
export function measureDocuments(draft: Draft, layout: Layout): string[] {
  const { content, options, sections, lang } = draft;
  const parts = layOut(draft, layout);
  const turned = sections.findIndex(({ destination }) => destination === 'worksheet');
  const onSide = turned < 0 ? '' : `@page turned{${landscape(options)}}#s${turned}{page:turned}`;
  const css = `${layout.fonts ?? ''}${measureStyles(options)}${onSide}`;
  const whole = parts.reduce((sum, { xhtml }) => sum + xhtml.length, 0);
  const halves: (typeof parts)[] = [[], []];
  let length = 0;
  for (const part of parts) {
    halves[whole > LONG && length > whole / 2 ? 1 : 0]?.push(part);
    length += part.xhtml.length;
  }
  return halves.flatMap((half) => {
    if (half.length === 0) return [];
    const links = half.flatMap(({ destinations }) => destinations.map((name) => `<a href="#${name}">·</a>`));
    const nav = element('nav', { class: 'measure' }, links.join(''));
    return page(content.title, lang, css, half.map(({ xhtml }) => xhtml).join('\n') + nav);
  });
}

interface Part {
  xhtml: string;
  /** The destination at its top; a title page has none. */
  start?: string;
  destinations: string[];
}

function layOut(draft: Draft, layout: Layout): Part[] {
  const { sections } = draft;
  const parts = sections.map((section, index): Part => ({
    xhtml: sectionXhtml(section, index, draft, layout),
    start: section.destination,
    destinations: [section.destination, ...section.parts.map(({ destination }) => destination)],
  }));
  if (!draft.hasFront) return parts;
  return [
    { xhtml: titlePage(draft.content, draft.options), destinations: [] },
    { xhtml: contentsPage(sections, layout), start: 'contents', destinations: ['contents'] },
    ...parts,
  ];
}

function page(title: string, lang: string, css: string, body: string): string {
  return `<!DOCTYPE html>
<html lang="${lang}"><head><meta charset="utf-8" /><meta name="viewport" content="width=device-width" />
<title>${escapeText(title)}</title><style>${css}</style></head>
<body>
${body}
</body></html>`;
}

/** A paragraph of so many estimated lines has at least four, and can be split. */
const SHORT_LINES = 4.2;

function sectionXhtml(
  section: Section,
  index: number,
  { content, options, printed, appended }: Draft,
  { pages, blanksBefore }: Layout,
): string {
  const { xhtml, notes } = linksForPaper(section.xhtml, {
    destination: (address) => {
      const name = destinationOf(address);
      return printed.has(address) || appended.has(name) ? name : undefined;
    },
    // Whoever looks up a name or a word knows that the appendices are in alphabetical order.
    saysPage: (address) => printed.has(address),
    note: (href, title) => {
      const entry = content.catalogue.get(href);
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
      markShortParagraphs(xhtml, SHORT_LINES * charactersALine(options)) + endNotes(notes, heading),
    )
  );
}

function contentsPage(sections: readonly Section[], { pages, blanksBefore }: Layout): string {
  const line = (
    { destination, title, lang }: Pick<Section, 'destination' | 'title' | 'lang'>,
    inner = '',
  ) => {
    const text = element('span', langOf(lang), escapeText(title));
    const number = pageNumber(destination, pages);
    // A line of dots leads to a number, or there is none.
    const link = element('a', { href: `#${destination}` }, number ? `${text}<i></i>${number}` : text);
    return element('li', {}, link + inner);
  };
  const lines = sections.map((section) => {
    const parts = section.parts.map((part) => line(part)).join('\n');
    return line(section, parts && element('ol', {}, parts));
  });
  // What no link leads to is no destination of the PDF, and then nobody knows its page.
  const heading = element('h1', { id: 'contents' }, element('a', { href: '#contents' }, words.contents));
  const contents = heading + element('ol', {}, lines.join('\n'));
  const nav = element('nav', { class: 'contents', lang: 'en' }, contents);
  return emptyPage(blanksBefore?.has('contents')) + nav;
}

function titlePage({ title, documents }: PrintContent, options: PrintOptions): string {
  const { length } = documents;
  const count = length === 1 ? words.entry : fill(words.entries, { count: length });
  const hasGuide = documents.some(({ collection }) => collection === 'guides');
  const about = [!options.list && words.coursePack, count, hasGuide && words.edition[options.edition]];
  return element(
    'header',
    { class: 'title-page' },
    element('p', { class: 'library', lang: 'en' }, words.library) +
      element('div', { class: 'wedge', 'aria-hidden': 'true' }, '') +
      element('h1', {}, escapeText(title)) +
      element('p', { lang: 'en' }, about.filter(Boolean).join(' · ')) +
      element('p', { class: 'imprint', lang: 'en' }, words.printedFrom),
  );
}

function emptyPage(wanted: boolean | undefined): string {
  return wanted ? element('div', { class: 'blank', 'aria-hidden': 'true' }, '') : '';
}

/** The pack on the left of every page; the library where it would say what stands on the right. */
function runningPack(title: string): string {
  return `@page{@top-left{content:${cssString(title)}}}`;
}

/** The section on the right: a page of its own kind for each. */
function runningHead(selector: string, name: string, section: string, size = ''): string {
  return `@page ${name}{${size}@top-right{content:${cssString(section)}}}${selector}{page:${name}}`;
}

/** A running head has one line, and two stand on it. */
function shortened(text: string, { size }: PrintOptions): string {
  const most = size === 'large' ? 28 : 52;
  return text.length > most ? `${text.slice(0, most - 2).trimEnd()}…` : text;
}
