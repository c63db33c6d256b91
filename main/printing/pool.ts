/** Things that are made when first needed, used by one at a time, and used again. */
export interface Pool<T> {
  take(): Promise<T>;
  give(thing: T): void;
  /** Says that one of those taken will not come back. */
  drop(): void;
}

/** @param most how many there may be at a time; who comes later waits */
export function createPool<T>(most: number, make: () => Promise<T>): Pool<T> {
  const free: T[] = [];
  const waiting: PromiseWithResolvers<T>[] = [];
  let there = 0;
  return {
    async take() {
      const thing = free.pop();
      if (thing) return thing;
      if (there >= most) {
        const place = Promise.withResolvers<T>();
        waiting.push(place);
        return place.promise;
      }
      there += 1;
      return make().catch((error: unknown) => {
        this.drop();
        throw error;
      });
    },
    give(thing) {
      const next = waiting.shift();
      if (next) next.resolve(thing);
      else free.push(thing);
    },
    drop() {
      there -= 1;
      const next = waiting.shift();
      if (next) this.take().then(next.resolve, next.reject);
    },
  };
}

/**
 * Uses one of a pool for some work. One that was in use when the work failed or was given up is not used again.
 * @throws the signal's reason at once, without waiting for the work to end, or what the work throws
 */
export async function usePooled<T, R>(
  pool: Pool<T>,
  signal: AbortSignal,
  work: (thing: T) => Promise<R>,
  discard: (thing: T) => void,
): Promise<R> {
  const thing = await pool.take();
  if (signal.aborted) {
    pool.give(thing);
    signal.throwIfAborted();
  }
  try {
    const result = await unlessAborted(work(thing), signal);
    pool.give(thing);
    return result;
  } catch (error) {
    discard(thing);
    pool.drop();
    throw error;
  }
}

function unlessAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const abort = () => reject(signal.reason as Error);
    signal.addEventListener('abort', abort, { once: true });
    void work.then(resolve, reject).finally(() => signal.removeEventListener('abort', abort));
  });
}
