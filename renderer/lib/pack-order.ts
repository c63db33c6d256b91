/** The same list with one of its items in another place. */
export function moved<T>(list: readonly T[], from: number, to: number): T[] {
  const place = Math.min(list.length - 1, Math.max(0, to));
  const item = list[from];
  return item === undefined ? [...list] : list.toSpliced(from, 1).toSpliced(place, 0, item);
}

/**
 * Where a row comes to lie that is let go at a height.
 * @param middles of all rows, in their order, while it is dragged
 */
export function placeAt(middles: readonly number[], from: number, height: number): number {
  return middles.filter((middle, at) => at !== from && middle < height).length;
}

/** Where the keys of a list lead from a place; nothing for other keys. */
export function placeByKey(key: string, from: number, count: number): number | undefined {
  const places: Record<string, number> = { ArrowUp: from - 1, ArrowDown: from + 1, Home: 0, End: count - 1 };
  const to = places[key];
  return to === undefined || to < 0 || to >= count ? undefined : to;
}
