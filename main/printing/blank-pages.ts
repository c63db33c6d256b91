/**
 * Chromium takes `break-before: right` for an ordinary page break. Where the sections of a print must start on the
 * right, empty pages are put in: every section starts a page, so that each can be moved whole.
 * @param sections destinations in order, each at the top of its page
 * @param pages of all destinations, as printed without empty pages
 */
export function blankPages(
  sections: readonly string[],
  pages: ReadonlyMap<string, number>,
): { before: Set<string>; pages: Map<string, number> } {
  const before = new Set<string>();
  const starts = sections.flatMap((name) => {
    const page = pages.get(name);
    return page === undefined ? [] : [{ name, page }];
  });
  const shifts: { from: number; by: number }[] = [];
  let by = 0;
  for (const { name, page } of starts) {
    if (page > 1 && (page + by) % 2 === 0) {
      before.add(name);
      by += 1;
    }
    shifts.push({ from: page, by });
  }
  const moved = new Map(
    [...pages].map(([name, page]) => [name, page + (shifts.findLast(({ from }) => from <= page)?.by ?? 0)]),
  );
  return { before, pages: moved };
}
