/** The stretch of days a drawing shows, counted from 1 January 1917 Old Style; parts of a day only while it moves. */
export interface Span {
  start: number;
  days: number;
}

/** The first and the last day of the timeline, Old Style. */
export const FIRST_DAY = '1917-01-01';
export const LAST_DAY = '1918-01-31';
/** From the first day to the end of the last. */
export const WORLD_DAYS = 396;
export const WHOLE: Span = { start: 0, days: WORLD_DAYS };

/** How much a press of a key or a button magnifies. */
export const ZOOM_STEP = 1.6;
/** How much of what is shown one step to the side moves away. */
const PAN_SHARE = 0.25;

const clamp = (value: number, low: number, high: number) => Math.min(high, Math.max(low, value));

/** The nearest span that lies within the timeline and is a day or longer. */
export function within({ start, days }: Span): Span {
  const length = clamp(days, 1, WORLD_DAYS);
  return { start: clamp(start, 0, WORLD_DAYS - length), days: length };
}

/**
 * Magnifies around a point that keeps its place.
 * @param at where the point stands in the drawing, 0 at its left and 1 at its right edge
 */
export function zoomed(span: Span, factor: number, at = 0.5): Span {
  const days = clamp(span.days / factor, 1, WORLD_DAYS);
  return within({ start: span.start + (span.days - days) * at, days });
}

/** Moves by a number of days, as far as there are any. */
export function panned(span: Span, days: number): Span {
  return within({ start: span.start + days, days: span.days });
}

/** One step to the side: a quarter of what is shown, a day at least. */
export function stepped(span: Span, direction: -1 | 1): Span {
  return panned(span, direction * Math.max(1, Math.round(span.days * PAN_SHARE)));
}

/** Whole days, as the address holds them. */
export function wholeDays({ start, days }: Span): Span {
  const length = Math.round(days);
  return within({ start: Math.round(start), days: length });
}

/** The same magnification where the day is in sight already, else moved so that the day stands in the middle. */
export function showing(span: Span, day: number): Span {
  if (day >= span.start && day + 1 <= span.start + span.days) return span;
  return wholeDays(within({ start: day - span.days / 2, days: span.days }));
}
