/** A publication as CSL-JSON has it: what every other form of a reference is made of. */

/** A person with a family name, or a body that has one name. */
export type Name = { family: string; given?: string; suffix?: string } | { literal: string };

/** The kinds of CSL 1.0.2 that the library's sources need. */
export type ItemType = 'book' | 'chapter' | 'article-journal' | 'article-newspaper' | 'webpage';

export interface Item {
  id: string;
  type: ItemType;
  title: string;
  author?: Name[];
  editor?: Name[];
  translator?: Name[];
  /** The book, journal or newspaper it stands in. */
  'container-title'?: string;
  volume?: string;
  /** The title of one volume of several. */
  'volume-title'?: string;
  issue?: string;
  page?: string;
  publisher?: string;
  'publisher-place'?: string;
  issued: { 'date-parts': number[][] };
  URL?: string;
  language?: string;
  note?: string;
}

/** An item before it has an id, which depends on the others of its list. */
export type Draft = Omit<Item, 'id'>;

export function yearOf({ issued }: Draft): number {
  return issued['date-parts'][0]?.[0] ?? 0;
}

/** What a name is sorted and keyed by. */
export function familyOf(name: Name): string {
  return 'literal' in name ? name.literal : name.family;
}
