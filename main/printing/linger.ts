const LINGER_MS = 60_000;

/** Keeps what is slow to start while it is used and for a minute after; then it is ended, for nothing runs when idle. */
export function createLinger(end: () => void) {
  let timer: NodeJS.Timeout | undefined;
  let under = 0;
  return {
    async during<R>(work: () => Promise<R>): Promise<R> {
      clearTimeout(timer);
      under += 1;
      try {
        return await work();
      } finally {
        under -= 1;
        if (under === 0) timer = setTimeout(end, LINGER_MS).unref();
      }
    },
  };
}
