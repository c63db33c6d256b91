/** Kinds of office, told by the words of their titles. */
export const OFFICES = {
  minister: /\bminister\b|Minister-President/i,
  commissar: /People.s Commissar/,
  soviet: /\bSoviets?\b|Central Executive Committee/,
  duma: /\bDuma\b/,
  committee:
    /Central Committee(?! of the Baltic)|Committee of the Bolshevik party|of the party$|leadership of the|^General Secretary of the/i,
  command: /\bCommander\b|Chief of staff|Commander-in-Chief|Inspector-General|\bAtaman\b/i,
  writer: /\bEditor\b|editorial board|Correspondent/i,
} as const;
export type Office = keyof typeof OFFICES;
export const OFFICE_NAMES = Object.keys(OFFICES) as Office[];

/** Whether one of the titles is of the kind. */
export function heldOffice(titles: readonly string[], office: Office): boolean {
  return titles.some((title) => OFFICES[office].test(title));
}
