/** Parties that are drawn alike. */
export const FAMILIES = [
  'bolsheviks',
  'mensheviks',
  'mezhraiontsy',
  'populists',
  'anarchists',
  'liberals',
  'right',
  'nations',
  'abroad',
] as const;
export type PartyFamily = (typeof FAMILIES)[number];

/** By the id of the organisation, or by words of its name where it has no entry. */
const MEMBERS: readonly [PartyFamily, RegExp][] = [
  ['bolsheviks', /^rsdlp-bolsheviks$/],
  ['mensheviks', /menshevik|^Edinstvo|^Emancipation of Labour/],
  ['mezhraiontsy', /^mezhraiontsy$/],
  ['nations', /^Ukrainian|finnish|Finnish|^Latvian|bund|Bund|^Social Democracy of the Kingdom/],
  ['nations', /^(alash|musavat|shura-i-islam|Hummet|National Coalition Party)$/],
  ['populists', /^(sr-party|left-srs|popular-socialists)$|^Trudovik|^People.s Will/],
  ['anarchists', /anarchist/],
  ['liberals', /^kadet-party$|^Progressist/],
  ['right', /Octobrists|^Progressive Nationalists|^Union of the/],
];

/** What a party is drawn as; one that is not of the empire, as a party abroad. */
export function familyOf(party: { id?: string | undefined; title: string }): PartyFamily {
  return MEMBERS.find(([, names]) => names.test(party.id ?? party.title))?.[0] ?? 'abroad';
}
