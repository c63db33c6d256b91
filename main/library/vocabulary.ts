/** The words of the domain that content, routes and interface share. */

export const COLLECTIONS = [
  'stages',
  'events',
  'people',
  'organisations',
  'places',
  'terms',
  'works',
  'guides',
  'articles',
  'pages',
] as const;
export type Collection = (typeof COLLECTIONS)[number];

export const LANGUAGES = ['en', 'es'] as const;
export type Language = (typeof LANGUAGES)[number];

export const THEMES = [
  'streets',
  'factories',
  'soviets',
  'parties',
  'government',
  'army',
  'front',
  'village',
  'nations',
  'abroad',
  'women',
  'press',
  'ideas',
] as const;

export const ORGANISATION_KINDS = [
  'party',
  'soviet',
  'committee',
  'government',
  'army',
  'newspaper',
  'union',
  'congress',
] as const;

export const PLACE_KINDS = ['city', 'town', 'district', 'building', 'street', 'front', 'region'] as const;

export const WORK_FORMS = [
  'article',
  'speech',
  'decree',
  'proclamation',
  'letter',
  'pamphlet',
  'book',
  'memoir',
  'history',
  'resolution',
] as const;

export function isCollection(value: string): value is Collection {
  return (COLLECTIONS as readonly string[]).includes(value);
}

export function isLanguage(value: string): value is Language {
  return (LANGUAGES as readonly string[]).includes(value);
}
