import { hc } from 'hono/client';
import type { ArchiveApi } from '../../main/archive/api.ts';
import type { Problem } from '../../main/archive/problem.ts';
import type { OpenedText } from '../../main/imports/compile-opened.ts';
import type { CatalogueEntry, LibraryDocument } from '../../main/library/compiled-schema.ts';
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
