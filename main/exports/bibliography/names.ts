import type { Name } from './item.ts';

/** Words that begin or stand in the name of a body, never of a person. */
const BODY =
  /\b(academy|assembly|association|bureau|central|centre|commission|committee|congress|council|department|government|institute|library|ministry|party|partido|press|rada|redacción|society|soviet|soviets|tribunal|union|university)\b/i;
/** They belong to the family name: Georg von Rauch stands under v, as he does in English libraries. */
const PARTICLES = new Set(['de', 'del', 'den', 'der', 'di', 'la', 'le', 'ter', 'van', 'von']);
const SUFFIX = /^(?:Jr|Sr)\.?$|^I{2,3}$/;

/** People of a line such as "A. Ascher, B. Brown and C. Clark (eds)". "and others" is kept as a name, as CSL has none for it. */
export function parseNames(line: string): Name[] {
  const plain = line
    .replace(/\s*\((?:eds?|trans)\.?\)\s*$/i, '')
    .replace(/^(?:Major-General |General |Sir |Lord )+/, '')
    .replace(/,?\s+with\s+/, ', ')
    .replace(/,\s+(Jr|Sr)\b\.?/g, ' $1.')
    .trim();
  if (BODY.test(plain) && !/^\p{Lu}\. /u.test(plain)) return [{ literal: plain }];
  const names = plain.split(/\s*,\s*(?:and\s+)?|\s+(?:and|y|&)\s+/).filter(Boolean);
  return names.map((name, index) => parseName(withSharedFamily(name, names, index)));
}

/** "Rosemary and Donald Crawford" are both Crawford. A single word alone ("Voline") is a name by itself. */
function withSharedFamily(name: string, names: readonly string[], index: number): string {
  const next = names[index + 1];
  if (!next || /\s/.test(name) || !/\s/.test(next)) return name;
  return `${name} ${next.split(' ').slice(1).join(' ')}`;
}

function parseName(name: string): Name {
  const words = name.split(/\s+/);
  const last = words.at(-1) ?? '';
  const suffix = words.length > 2 && SUFFIX.test(last) ? words.pop() : undefined;
  if (words.length === 1 || name === 'others') return { literal: name };
  let start = words.length - 1;
  while (start > 1 && PARTICLES.has(words[start - 1] ?? '')) start -= 1;
  return {
    family: words.slice(start).join(' '),
    given: words.slice(0, start).join(' '),
    ...(suffix && { suffix }),
  };
}

/** "Rex A. Wade". */
export function inOrder(name: Name): string {
  if ('literal' in name) return name.literal;
  return [name.given, name.family].filter(Boolean).join(' ') + (name.suffix ? `, ${name.suffix}` : '');
}

/** "Wade, Rex A.". */
export function inverted(name: Name): string {
  if ('literal' in name) return name.literal;
  return [name.family, name.given, name.suffix].filter(Boolean).join(', ');
}

/** "Wade, R. A.", as APA has it. */
export function withInitials(name: Name): string {
  if ('literal' in name) return name.literal;
  const initials = name.given
    ?.split(/\s+/)
    .map((part) => part.split('-').map(initial).join('-'))
    .join(' ');
  return [name.family, initials, name.suffix].filter(Boolean).join(', ');
}

function initial(word: string): string {
  return word.endsWith('.') || word.length === 0 ? word : `${[...word][0] ?? ''}.`;
}

/** Whether two lists name the same people. */
export function areSame(a: readonly Name[], b: readonly Name[]): boolean {
  return a.map(inverted).join(';') === b.map(inverted).join(';');
}
