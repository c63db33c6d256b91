import type { CompiledDate, LibraryDocument, Ref, RefOrName } from '../library/compiled-schema.ts';
import { dateWords } from './date-words.ts';
import type { BookLinks } from './entry-xhtml.ts';
import { element, escapeText } from './xhtml.ts';
import { fill } from './words.ts';

type Fact = [label: string, value: string | undefined];

/** The list of facts of an entry: when, where, who. */
export function entryFacts(document: LibraryDocument, links: BookLinks): string {
  const facts = factsOf(document, links).flatMap(([label, value]) =>
    value ? [element('div', {}, element('dt', {}, escapeText(label)) + element('dd', {}, value))] : [],
  );
  return facts.length > 0 ? element('dl', { class: 'facts' }, facts.join('')) : '';
}

function factsOf(document: LibraryDocument, links: BookLinks): Fact[] {
  const { words } = links;
  const text = (value: string | undefined) => (value ? escapeText(value) : undefined);
  const date = (value: CompiledDate | undefined) => value && escapeText(dateWords(value, words, links.first));
  const names = (values: readonly (RefOrName | Ref | undefined)[]) =>
    values.flatMap((value) => (value ? [links.name(value)] : [])).join(', ');
  const life = (value: { date: CompiledDate; place?: RefOrName | undefined } | undefined) =>
    value && [date(value.date), names([value.place])].filter(Boolean).join(', ');
  const during = ({ from, to }: { from?: CompiledDate | undefined; to?: CompiledDate | undefined }) => {
    const ends = [from, to].flatMap((end) => (end ? [end.start[end.calendar].slice(0, 4)] : []));
    return ends.length > 0 ? ` (${[...new Set(ends)].join('–')})` : '';
  };
  const aliases: Fact = [words.aliases, document.aliases.map((alias) => aliasOf(alias)).join(' · ')];
  switch (document.collection) {
    case 'stages':
      return [[words.when, date(document.date)], [words.people, names(document.people)], aliases];
    case 'events':
      return [
        [words.when, date(document.date)],
        [words.where, names([document.place])],
        [words.stage, names([document.stage])],
        [words.people, names(document.people)],
        [words.organisations, names(document.organisations)],
        aliases,
      ];
    case 'people':
      return [
        [words.born, life(document.born)],
        [words.died, life(document.died)],
        [
          words.parties,
          document.parties.map((party) => names([party.organisation]) + during(party)).join('; '),
        ],
        [words.roles, document.roles.map((role) => escapeText(role.title) + during(role)).join('; ')],
        [words.works, names(document.works)],
        aliases,
      ];
    case 'organisations':
      return [
        [words.kind, text(document.kind)],
        [words.founded, date(document.founded)],
        [words.dissolved, date(document.dissolved)],
        [words.where, names([document.place])],
        [words.people, names(document.people)],
        aliases,
      ];
    case 'places':
      return [
        [words.kind, text(document.kind)],
        [words.within, names([document.within])],
        [words.today, text(document.today)],
        aliases,
      ];
    case 'works': {
      const { published } = document;
      const number = published?.number && fill(words.number, { number: published.number });
      const issue = [published?.in, number].filter(Boolean).join(', ');
      return [
        [words.authors, names(document.authors)],
        [words.view, text(document.view)],
        [words.form, text(document.form)],
        [words.language, text(document.language)],
        [words.written, date(document.written)],
        [words.published, published && [date(published.date), text(issue)].filter(Boolean).join(', ')],
        [words.reference, text(document.reference)],
        [words.available, text(document.available.join('; '))],
        aliases,
      ];
    }
    case 'guides': {
      const { readingMinutes: reading, meeting } = document;
      return [
        [words.time, fill(words.timeValue, { reading, meeting })],
        [words.stage, names([document.stage])],
      ];
    }
    case 'articles':
      return [[words.when, date(document.date)]];
    case 'terms':
      return [aliases];
    case 'pages':
      return [];
  }
}

/** Names in Cyrillic letters are Russian. */
function aliasOf(alias: string): string {
  return /\p{Script=Cyrillic}/u.test(alias)
    ? element('span', { lang: 'ru', 'xml:lang': 'ru' }, escapeText(alias))
    : escapeText(alias);
}
