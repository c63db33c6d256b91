const PAGES = 50;
const SEARCHES = 50;

/** Half-typed, misspelt, dated, filtered and Spanish: every road through the search. */
const QUERIES = [
  'insurrecti',
  'kerenskj',
  '25 October 1917',
  'kind:work land',
  'petición',
  '"all power"',
  'трот',
];

/** Reads as a long evening does: fifty pages with all they load, and fifty searches. */
export async function exercise(origin: string): Promise<void> {
  const get = async (path: string) => {
    const response = await fetch(origin + path);
    return { text: await response.text(), status: response.status };
  };
  const { text } = await get('/');
  for (const [, asset] of text.matchAll(/(?:src|href)="(\/assets\/[^"]+)"/g)) await get(asset ?? '/');
  const catalogue = JSON.parse((await get('/api/catalogue')).text) as { address: string; title: string }[];
  const step = Math.max(1, Math.floor(catalogue.length / PAGES));
  const visited = catalogue.filter((_, index) => index % step === 0).slice(0, PAGES);
  for (const { address } of visited) {
    await get(address);
    await get('/api/catalogue');
    await get(`/api/documents${address}`);
  }
  for (let at = 0; at < SEARCHES; at += 1) {
    const query = QUERIES[at] ?? visited[at % visited.length]?.title ?? 'lenin';
    await get(`/api/search?q=${encodeURIComponent(query.slice(0, 190))}`);
  }
}
