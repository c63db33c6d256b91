/** Small pieces of XHTML, which is HTML as well. */

export function escapeText(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

/** An element with text or markup that is already safe. Attributes without a value are left out. */
export function element(
  name: string,
  attributes: Record<string, string | undefined>,
  content: string,
): string {
  const written = Object.entries(attributes).flatMap(([key, value]) =>
    value === undefined ? [] : [` ${key}="${escapeText(value)}"`],
  );
  return `<${name}${written.join('')}>${content}</${name}>`;
}

/** The language attribute of HTML and of XML, which readers of EPUB need both. */
export function langOf(lang: string): Record<string, string> {
  return { lang, 'xml:lang': lang };
}

/** A tag as rehype-stringify writes it: quoted values, no ">" or "<" outside of tags. */
const TAG = /<(\/?)([a-z][a-z0-9]*)((?:\s+[a-z][a-z-]*(?:="[^"]*")?)*)\s*\/?>/g;
const VOID = new Set(['br', 'hr', 'img', 'input', 'wbr', 'col']);
/** What the window needs and a book does not. */
const DROPPED = new Set(['data-note', 'rel']);

/** Where a link of the text leads in the book, or `undefined` where what it leads to is not in it. */
export type ResolveHref = (href: string) => string | undefined;

/**
 * Turns HTML of our own compiler into XHTML: void elements closed, attributes with values, ids made the entry's own,
 * links led to where their targets are. A link to what is not in the book becomes plain text.
 */
export function toXhtml(html: string, resolve: ResolveHref, idPrefix: string): string {
  const open: boolean[] = [];
  return html.replace(TAG, (_tag, closing: string, name: string, attributes: string) => {
    if (name === 'a' && closing) return open.pop() ? '</a>' : '</span>';
    if (closing) return `</${name}>`;
    const values = readAttributes(attributes);
    if (name === 'a') {
      const href = resolve(values.get('href') ?? '');
      open.push(href !== undefined);
      if (href === undefined) return '<span class="elsewhere">';
      values.set('href', href);
    }
    for (const key of ['id', 'aria-labelledby']) {
      const id = values.get(key);
      if (id) values.set(key, idPrefix + id);
    }
    const kept = [...values].map(([key, value]) => ` ${key}="${value}"`).join('');
    return VOID.has(name) ? `<${name}${kept} />` : `<${name}${kept}>`;
  });
}

function readAttributes(text: string): Map<string, string> {
  const found = [...text.matchAll(/([a-z][a-z-]*)(?:="([^"]*)")?/g)];
  return new Map(found.flatMap(([, key = '', value]) => (DROPPED.has(key) ? [] : [[key, value ?? key]])));
}
