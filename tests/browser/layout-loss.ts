import type { Page } from 'playwright-core';

/**
 * What a reader loses of the page in a small window or with wide spacing, a line a finding: text that
 * is cut off or runs over other text, scrolling in two directions, parts that stick over the text.
 */
export function lossesOf(page: Page): Promise<string[]> {
  return page.evaluate(findLosses);
}

/** WCAG 1.4.12: the spacing a reader may ask for. */
export function spaceOut(page: Page): Promise<void> {
  return page.evaluate(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(`
      * { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
      p { margin-block-end: 2em !important; }
    `);
    document.adoptedStyleSheets = [sheet];
  });
}

/** Runs in the page. */
function findLosses(): string[] {
  const findings: string[] = [];
  const slack = 2;
  const dialog = document.querySelector('[role=dialog]');
  const root = dialog ?? document.body;
  if (document.documentElement.scrollWidth > innerWidth) {
    findings.push(`the page is ${document.documentElement.scrollWidth} wide in a window of ${innerWidth}`);
  }

  const lines: { words: string; element: Element; rect: DOMRect }[] = [];
  const texts = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  for (let text = texts.nextNode(); text; text = texts.nextNode()) {
    const element = text.parentElement;
    const words = text.textContent?.trim();
    if (!element || !words || isOutOfSight(element)) continue;
    const range = document.createRange();
    range.selectNodeContents(text);
    for (const rect of range.getClientRects()) {
      if (rect.width < slack || rect.height < slack) continue;
      if (!isScrolledAway(element, rect)) lines.push({ words: words.slice(0, 40), element, rect });
      const clip = clipOf(element);
      const isCut = rect.left < clip.left - slack || rect.right > clip.right + slack;
      const isCutBelow = rect.bottom > clip.bottom + slack * 2;
      if (isCut || isCutBelow) findings.push(`“${words.slice(0, 40)}” is cut off`);
    }
  }
  findings.push(...overlaps());
  findings.push(...sticking());
  return [...new Set(findings)];

  function isOutOfSight(element: Element): boolean {
    if (!element.checkVisibility({ visibilityProperty: true, opacityProperty: true })) return true;
    // Words for a screen reader alone, and the link that shows when it has the focus.
    if (element.closest('.skip, noscript, script, style, option')) return true;
    for (let at: Element | null = element; at; at = at.parentElement) {
      const { clipPath, clip } = getComputedStyle(at);
      if (clipPath.startsWith('inset(50%') || clip.startsWith('rect(0px, 0px')) return true;
    }
    return false;
  }

  /** The box outside of which the text is not drawn. What scrolls down is not lost; what would scroll across is. */
  function clipOf(element: Element) {
    const clip = { left: 0, right: innerWidth, bottom: Infinity };
    for (let at: Element | null = element; at && at !== document.body; at = at.parentElement) {
      const { overflowX, overflowY } = getComputedStyle(at);
      const box = at.getBoundingClientRect();
      if (overflowX !== 'visible') {
        clip.left = Math.max(clip.left, box.left);
        clip.right = Math.min(clip.right, box.right);
      }
      if (overflowY === 'hidden' || overflowY === 'clip') clip.bottom = Math.min(clip.bottom, box.bottom);
      if (overflowY === 'auto' || overflowY === 'scroll') break;
    }
    return clip;
  }

  /** Whether the line lies outside of a part that scrolls by itself, and so is not drawn now. */
  function isScrolledAway(element: Element, rect: DOMRect): boolean {
    for (let at: Element | null = element; at && at !== document.body; at = at.parentElement) {
      if (!['auto', 'scroll'].includes(getComputedStyle(at).overflowY)) continue;
      const box = at.getBoundingClientRect();
      if (rect.bottom > box.bottom + 1 || rect.top < box.top - 1) return true;
    }
    return false;
  }

  /** Lines of different elements that are written over each other. */
  function overlaps(): string[] {
    const found: string[] = [];
    const sorted = lines.toSorted((a, b) => a.rect.top - b.rect.top);
    for (const [at, one] of sorted.entries()) {
      for (let next = at + 1; next < sorted.length; next += 1) {
        const other = sorted[next]!;
        if (other.rect.top >= one.rect.bottom) break;
        if (one.element.contains(other.element) || other.element.contains(one.element)) continue;
        if (sticks(one.element) || sticks(other.element)) continue;
        const across = Math.min(one.rect.right, other.rect.right) - Math.max(one.rect.left, other.rect.left);
        const down = Math.min(one.rect.bottom, other.rect.bottom) - other.rect.top;
        const smaller = Math.min(one.rect.height, other.rect.height);
        // A line's box is taller than its letters: tight headings overlap by their leading alone.
        if (across > slack && down > smaller * 0.4) found.push(`“${one.words}” runs over “${other.words}”`);
      }
    }
    return found;
  }

  function sticks(element: Element): boolean {
    for (let at: Element | null = element; at && at !== root; at = at.parentElement) {
      if (['sticky', 'fixed'].includes(getComputedStyle(at).position)) return true;
    }
    return false;
  }

  /** Parts that stay while the page scrolls, where they take more than a quarter of the window. */
  function sticking(): string[] {
    if (dialog) return [];
    const was = scrollY;
    scrollTo(0, document.documentElement.scrollHeight / 2);
    const rows = new Set<number>();
    for (const element of document.body.querySelectorAll('*')) {
      if (!['sticky', 'fixed'].includes(getComputedStyle(element).position)) continue;
      const { top, bottom, width } = element.getBoundingClientRect();
      if (width < innerWidth / 2) continue;
      for (let row = Math.max(0, Math.floor(top)); row < Math.min(innerHeight, bottom); row += 1)
        rows.add(row);
    }
    scrollTo(0, was);
    return rows.size > innerHeight / 4 ? [`what sticks takes ${rows.size} of ${innerHeight} pixels`] : [];
  }
}
