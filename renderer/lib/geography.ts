const TIMEOUT = 30_000;

let loading: Promise<string> | undefined;

/** The land of the empire's map as an SVG path in the units of its plane; fetched once a window. */
export function fetchLand(): Promise<string> {
  return (loading ??= load().catch((error: unknown) => {
    loading = undefined;
    throw error;
  }));
}

async function load(): Promise<string> {
  const response = await fetch('/geography/empire.json', { signal: AbortSignal.timeout(TIMEOUT) });
  if (!response.ok) throw new Error(`The land was answered with ${response.status}.`);
  const { land } = (await response.json()) as { land?: unknown };
  if (typeof land !== 'string') throw new Error('The file of the land holds none.');
  return land;
}
