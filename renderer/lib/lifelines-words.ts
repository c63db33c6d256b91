import type { CatalogueEntry } from '../../main/library/compiled-schema.ts';
import { t } from './i18n.ts';

type Membership = NonNullable<CatalogueEntry['memberships']>[number];

/** A party with the years in it, as far as they are recorded. */
export function membershipText({ title, from, to }: Membership): string {
  const [first, last] = [from?.slice(0, 4), to?.slice(0, 4)];
  if (first && last) return `${title}, ${first === last ? first : `${first}–${last}`}`;
  if (first) return `${title}, ${t('lifelines.from', { from: first })}`;
  return `${title}, ${last ? t('lifelines.until', { to: last }) : t('lifelines.noDates')}`;
}
