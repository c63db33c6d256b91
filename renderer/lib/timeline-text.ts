/** Labels are written in this type; timeline.css says the same. */
export const LABEL_FONT = "600 16px 'Sofia Sans Extra Condensed Variable', 'Arial Narrow', sans-serif";
const widths = new Map<string, number>();
let context: CanvasRenderingContext2D | null | undefined;

/** Width of a label in pixels. Measured once a text and again when the fonts have come. */
export function labelWidth(text: string): number {
  const known = widths.get(text);
  if (known) return known;
  context ??= document.createElement('canvas').getContext('2d');
  if (!context) return text.length * 7;
  context.font = LABEL_FONT;
  const width = Math.ceil(context.measureText(text).width + spacing(text)) + 2;
  widths.set(text, width);
  return width;
}

/** Room for the wider spacing that a reader may set (WCAG 1.4.12): .12 em a letter and .16 em more a word. */
function spacing(text: string): number {
  return 16 * (text.length * 0.12 + (text.split(' ').length - 1) * 0.16);
}

/** Forgets what was measured in another typeface. */
export function forgetWidths(): void {
  widths.clear();
}
