import { hc } from 'hono/client';
import type { ArchiveApi } from '../../main/archive/api.ts';
import type { PrintMessage } from '../../main/archive/print-routes.ts';
import type { Problem } from '../../main/archive/problem.ts';
import type { OpenedText } from '../../main/imports/compile-opened.ts';
import type { CatalogueEntry, LibraryDocument } from '../../main/library/compiled-schema.ts';
import type { Pack } from '../../main/packs/pack-schema.ts';
import type { Packs } from '../../main/packs/packs-store.ts';
import type { SearchResponse } from '../../main/search/search-schema.ts';
import type { SettingsChange } from '../../main/settings/settings-schema.ts';

const api = hc<ArchiveApi>(`${location.origin === 'null' ? 'archive://library' : location.origin}/api`);

/** An answer of the archive that is a problem: its sentence can be shown as it is. */
export class ArchiveProblem extends Error {
  readonly problem: Problem;
  constructor(problem: Problem) {
    super(problem.title);
    this.problem = problem;
  }
}

/** @throws ArchiveProblem */
export async function fetchCatalogue(): Promise<CatalogueEntry[]> {
  const response = await api.catalogue.$get();
  await refuseProblem(response);
  return response.json();
}

/** @throws ArchiveProblem */
export async function fetchDocument(
  collection: string,
  id: string,
  signal: AbortSignal,
): Promise<LibraryDocument> {
  const param = { collection, id } as { collection: LibraryDocument['collection']; id: string };
  const response = await api.documents[':collection'][':id'].$get({ param }, { init: { signal } });
  await refuseProblem(response);
  return (await response.json()) as LibraryDocument;
}

/** A text the reader opened with the program. @throws ArchiveProblem when it is not open any more. */
export async function fetchOpened(id: string, signal: AbortSignal): Promise<OpenedText> {
  const response = await api.opened[':id'].$get({ param: { id } }, { init: { signal } });
  await refuseProblem(response);
  return response.json();
}

/** @throws ArchiveProblem when the settings cannot be saved. */
export async function changeSettings(change: SettingsChange): Promise<void> {
  await refuseProblem(await api.settings.$patch({ json: change }));
}

/** What the reader collects and has saved, and what was wrong with the file. @throws ArchiveProblem */
export async function fetchPacks(): Promise<Packs & { notices: readonly string[] }> {
  const response = await api.packs.$get();
  await refuseProblem(response);
  return response.json();
}

/** @param base what it replaces @throws ArchiveProblem when it cannot be saved, 409 where that is another by now */
export async function keepPack(pack: Pack, base: Pack): Promise<void> {
  await refuseProblem(await api.packs.current.$put({ json: { ...pack, base } }));
}

/** @throws ArchiveProblem when it cannot be saved. */
export async function savePack(name: string, pack: Pack): Promise<Packs> {
  const response = await api.packs.saved.$put({ query: { name }, json: pack });
  await refuseProblem(response);
  return response.json();
}

/** @throws ArchiveProblem when it cannot be deleted. */
export async function deletePack(name: string): Promise<Packs> {
  const response = await api.packs.saved.$delete({ query: { name } });
  await refuseProblem(response);
  return response.json();
}

/** A shared pack, and which of its entries are not in the library. @throws ArchiveProblem when it is none. */
export async function readPack(text: string): Promise<{ pack: Pack; gone: string[] }> {
  const response = await fetch('/api/packs/read', { method: 'POST', body: text });
  await refuseProblem(response);
  return (await response.json()) as { pack: Pack; gone: string[] };
}

/** What the archive says while it makes a print, line by line. @throws ArchiveProblem when it does not begin. */
export async function* fetchPrint(
  query: string,
  job: string,
  signal: AbortSignal,
): AsyncGenerator<PrintMessage> {
  const response = await fetch(`/api/prints?${query}&job=${job}`, { signal });
  await refuseProblem(response);
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  let rest = '';
  for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) {
    const lines = (rest + part.value).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) yield JSON.parse(line) as PrintMessage;
  }
}

/** @throws ArchiveProblem where a finished print is not kept any more */
export async function checkPrint(address: string): Promise<void> {
  await refuseProblem(await fetch(address));
}

/** Stops a print where giving up the request does not: the shell's protocol tells the archive nothing of it. */
export async function stopPrint(job: string): Promise<void> {
  await fetch(`/api/prints?job=${job}`, { method: 'DELETE' });
}

/** The bytes of a finished print. @throws ArchiveProblem when it is not kept any more. */
export async function fetchPdf(address: string, signal: AbortSignal): Promise<Uint8Array<ArrayBuffer>> {
  const response = await fetch(address, { signal });
  await refuseProblem(response);
  return new Uint8Array(await response.arrayBuffer());
}

export interface SearchParams {
  q: string;
  kind?: string | undefined;
  year?: string | undefined;
  lang?: string | undefined;
  limit?: number | undefined;
}

/** @throws ArchiveProblem when the query cannot be understood. */
export async function fetchSearch(params: SearchParams, signal: AbortSignal): Promise<SearchResponse> {
  const query = Object.fromEntries(
    Object.entries(params).flatMap(([key, value]) => (value === undefined ? [] : [[key, String(value)]])),
  );
  const response = await api.search.$get({ query: query as never }, { init: { signal } });
  await refuseProblem(response);
  return (await response.json()) as SearchResponse;
}

/** A file to take away, with its name. @throws ArchiveProblem when it cannot be made. */
export async function fetchExport(
  address: string,
  signal: AbortSignal,
): Promise<{ name: string; file: Blob }> {
  const response = await fetch(address, { signal });
  await refuseProblem(response);
  const disposition = response.headers.get('content-disposition') ?? '';
  const name = decodeURIComponent(/filename\*=UTF-8''([^;]+)/.exec(disposition)?.[1] ?? 'export');
  return { name, file: await response.blob() };
}

async function refuseProblem(response: {
  ok: boolean;
  status: number;
  json(): Promise<unknown>;
}): Promise<void> {
  if (response.ok) return;
  const fallback: Problem = { type: 'about:blank', title: 'No answer', status: response.status, detail: '' };
  throw new ArchiveProblem(((await response.json().catch(() => fallback)) as Problem | null) ?? fallback);
}
