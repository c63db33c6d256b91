/** A line of a bibliography: plain pieces and italic ones, to be shown as text or as HTML. */
export type Run = string | { italic: string };

export const italic = (text: string): Run => ({ italic: text });

/** The line as plain text, with points and spaces that meet joined. */
export function runsToText(runs: readonly Run[]): string {
  return tidy(runs.map((run) => (typeof run === 'string' ? run : run.italic)).join(''));
}

/** The line as HTML, titles in `<cite>`. */
export function runsToHtml(runs: readonly Run[], escape: (text: string) => string): string {
  return tidy(
    runs
      .map((run) => (typeof run === 'string' ? escape(run) : `<cite>${escape(run.italic)}</cite>`))
      .join(''),
  );
}

/** A title that ends in ? or ! or an initial takes no point after it. */
function tidy(line: string): string {
  return line
    .replace(/([.?!])((?:[’”]|<\/cite>)*)\.(?!\.)/g, '$1$2')
    .replace(/ +/g, ' ')
    .trim();
}

/** Double quotes within quoted titles become single ones. */
export function quoted(title: string, end = '.'): string {
  const inner = title.replace(/“/g, '‘').replace(/”/g, '’');
  const stop = /[?!]$/.test(inner) ? '' : end;
  return `“${inner}${stop}”`;
}

/** "a", "a and b", "a, b, and c". */
export function series(parts: readonly string[], and = 'and', serialComma = true): string {
  if (parts.length < 3) return parts.join(` ${and} `);
  return `${parts.slice(0, -1).join(', ')}${serialComma ? ',' : ''} ${and} ${parts.at(-1)}`;
}

const MONTHS = 'January February March April May June July August September October November December'.split(
  ' ',
);

/** Year, name of the month and day, as far as they are known. */
export function dateOf(parts: readonly number[] | undefined): { year: string; month?: string; day?: string } {
  const [year, month, day] = parts ?? [];
  const name = month ? MONTHS[month - 1] : undefined;
  return {
    year: year ? String(year) : 'n.d.',
    ...(name && { month: name }),
    ...(day && { day: String(day) }),
  };
}
