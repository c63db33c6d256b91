import { distance } from 'fastest-levenshtein';

/** Longer words may be further off: "Kerenski" is one away, "Zinovyef" two. */
function tolerance(length: number): number {
  return length < 4 ? 1 : length < 8 ? 2 : 3;
}

/**
 * The known word nearest to a misspelt one, the more frequent of two equally near.
 * @param words folded words with their counts
 */
export function nearestWord(
  misspelt: string,
  words: Iterable<readonly [word: string, count: number]>,
): string | undefined {
  const limit = tolerance(misspelt.length);
  let best: string | undefined;
  let bestDistance = limit + 1;
  let bestCount = 0;
  for (const [word, count] of words) {
    if (Math.abs(word.length - misspelt.length) > Math.min(limit, bestDistance)) continue;
    // A wrong first letter is rare; it costs one more.
    const away = distance(misspelt, word) + (word[0] === misspelt[0] ? 0 : 1);
    if (away < bestDistance || (away === bestDistance && count > bestCount)) {
      if (away > limit) continue;
      best = word;
      bestDistance = away;
      bestCount = count;
    }
  }
  return best;
}
