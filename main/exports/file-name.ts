import { bookWords } from './words.ts';

const LONGEST = 120;

/** A title without what file systems refuse; no extension. */
export function fileNameOf(title: string): string {
  const allowed = title
    .replace(/[\p{Cc}<>:"/\\|?*]+/gu, ' ')
    .replace(/ +/g, ' ')
    .trim();
  return allowed.replace(/\.+$/, '').slice(0, LONGEST) || bookWords.en.library;
}
