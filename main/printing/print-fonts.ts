import type { PrintOptions } from './print-options.ts';

/** Run in a page before it is printed: what is not shown on a screen would not load its fonts by itself. */
export const LOAD_FONTS = 'Promise.all([...document.fonts].map((font) => font.load())).then(() => undefined)';

/** `@font-face` rules with the fonts inside, for a document that needs nothing else. */
export async function printFonts(size: PrintOptions['size']): Promise<string> {
  // A megabyte of text that only a print needs.
  const { fontRules } = await import('./font-rules.ts');
  return fontRules(size);
}
