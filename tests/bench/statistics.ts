export async function repeat<T>(times: number, run: (time: number) => Promise<T>): Promise<T[]> {
  const results: T[] = [];
  for (let i = 0; i < times; i += 1) results.push(await run(i));
  return results;
}

export function quantile(values: readonly number[], q: number): string {
  const sorted = values.toSorted((a, b) => a - b);
  return (sorted[Math.floor((sorted.length - 1) * q)] ?? NaN).toFixed(2);
}

export function median(values: readonly number[]): string {
  return quantile(values, 0.5);
}

const ROUNDS = 20;

/** Milliseconds of every query, after one round to warm up. */
export function timings(search: (query: string) => unknown, queries: readonly string[]): number[] {
  queries.forEach(search);
  return Array.from({ length: ROUNDS }, () => queries)
    .flat()
    .map((query) => {
      const started = performance.now();
      search(query);
      return performance.now() - started;
    });
}

export function total(search: (query: string) => unknown, queries: readonly string[]): number {
  return timings(search, queries).reduce((sum, time) => sum + time, 0);
}
