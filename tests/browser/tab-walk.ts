import type { Page } from 'playwright-core';

/** Where the focus stands after a press of Tab. */
export interface Stop {
  /** Place among all elements of the document, in their order. */
  index: number;
  /** Its tag and its words, to name it in a finding. */
  name: string;
  /** Whether the style sheet gives an order of its own for reading and focus (CSS Display 4). */
  reordered: boolean;
  /** What kind of thing it is: stops of one signature look alike when focused. */
  signature: string;
  /** The nearest part of the page that is laid out by itself, and how far it reaches across. */
  region: { id: number; left: number; right: number };
  box: { left: number; top: number; right: number; bottom: number };
  /** Its top on the whole page, however far it is scrolled. */
  pageTop: number;
  /** Why the reader cannot see it, if so. */
  hidden: string | undefined;
  outline: number;
}

/** More than any page has; a walk that long is a trap. */
const MOST_STOPS = 1500;

/** Presses a key until the focus leaves the page, and tells every stop. */
export async function walkByKey(page: Page, key: 'Tab' | 'Shift+Tab', most = MOST_STOPS): Promise<Stop[]> {
  const stops: Stop[] = [];
  while (stops.length < most) {
    await page.keyboard.press(key);
    const stop = await page.evaluate(describeStop);
    // Past the last one the focus leaves the page, or begins again at the first.
    if (!stop || stop.index === stops[0]?.index) return stops;
    stops.push(stop);
  }
  return stops;
}

/** What a walk forward shows to be wrong, a line a finding. */
export function findingsOf(stops: readonly Stop[]): string[] {
  const findings: string[] = [];
  for (const [at, stop] of stops.entries()) {
    if (stop.hidden) findings.push(`${stop.name} has the focus but ${stop.hidden}`);
    if (stop.outline < 2) findings.push(`${stop.name} has an outline of ${stop.outline}px`);
    const before = stops[at - 1];
    if (!before) continue;
    if (stop.index < before.index && !stop.reordered)
      findings.push(`${stop.name} comes before ${before.name} in the document`);
    if (!isBelowOrBeside(before, stop)) findings.push(`${stop.name} stands above ${before.name}`);
  }
  return findings;
}

/** Whether a reader's eye goes on, not back: further down, or further along the same line. */
function isBelowOrBeside(before: Stop, stop: Stop): boolean {
  // Columns stand side by side: one's top may be above another's end.
  const apart = stop.region.right <= before.region.left || stop.region.left >= before.region.right;
  if (before.region.id !== stop.region.id && apart) return true;
  const slack = 6;
  const heightOf = ({ box }: Stop) => box.bottom - box.top;
  const sameLine = stop.pageTop < before.pageTop + heightOf(before) - slack;
  return sameLine ? stop.box.left > before.box.left - slack : stop.pageTop > before.pageTop - slack;
}

/** Runs in the page. */
function describeStop(): Stop | undefined {
  const focused = document.activeElement;
  if (!(focused instanceof HTMLElement) || focused === document.body) return undefined;
  const classes = (element: Element | null) => element?.className.toString().replace(/svelte-\w+/g, '') ?? '';
  const box = focused.getBoundingClientRect();
  const line = focused.getClientRects()[0] ?? box;
  const style = getComputedStyle(focused);
  const regions = 'header, nav, aside, main section, .text, fieldset, form, footer, main, [role=dialog]';
  const region = focused.closest(regions) ?? document.body;
  const ancestors: Element[] = [];
  for (let at = focused.parentElement; at; at = at.parentElement) ancestors.push(at);
  const reach = region.getBoundingClientRect();
  // The page does not change while it is walked, so its order is taken once.
  const store = globalThis as unknown as { tabWalkOrder?: Map<Element, number> };
  const order = (store.tabWalkOrder ??= new Map(
    [...document.querySelectorAll('*')].map((element, index) => [element, index]),
  ));
  return {
    index: order.get(focused) ?? -1,
    name: `<${focused.tagName.toLowerCase()}> “${(focused.ariaLabel ?? focused.innerText ?? '').trim().slice(0, 50)}”`,
    signature: `${focused.tagName}.${classes(focused)} in ${region.tagName}.${classes(region)} in ${classes(focused.parentElement)}`,
    region: { id: order.get(region) ?? -1, left: reach.left, right: reach.right },
    box: { left: line.left, top: line.top, right: line.right, bottom: line.bottom },
    pageTop: ancestors.reduce((top, { scrollTop }) => top + scrollTop, line.top),
    reordered: ancestors.some(
      (element) => getComputedStyle(element).getPropertyValue('reading-flow') !== 'normal',
    ),
    hidden: whyHidden(),
    outline: style.outlineStyle === 'none' ? 0 : parseFloat(style.outlineWidth),
  };

  function whyHidden(): string | undefined {
    if (line.width < 2 || line.height < 2) return 'has no size';
    const inside = (x: number, y: number) => x >= 0 && y >= 0 && x < innerWidth && y < innerHeight;
    const inset = 2;
    const top = Math.max(0, line.top);
    const bottom = Math.min(innerHeight, line.bottom);
    const points: [number, number][] = [[line.left + line.width / 2, (top + bottom) / 2]];
    // What is about as tall as the window cannot show both its ends, but must fill half of it.
    if (line.height > innerHeight - 40) {
      if (bottom - top < innerHeight / 2) return 'shows less than half a window of itself';
    } else {
      points.push([line.left + inset, line.top + inset], [line.right - inset, line.top + inset]);
      points.push([line.left + inset, line.bottom - inset], [line.right - inset, line.bottom - inset]);
    }
    for (const [x, y] of points) {
      if (!inside(x, y)) return `is outside the window at ${Math.round(x)}, ${Math.round(y)}`;
      const there = document.elementFromPoint(x, y);
      if (there && (focused!.contains(there) || there.contains(focused))) continue;
      return `is covered by <${there?.tagName.toLowerCase()}>.${classes(there)} at ${Math.round(x)}, ${Math.round(y)}`;
    }
    return undefined;
  }
}
