import { z } from 'zod';
import { searchRequestSchema, searchResponseSchema } from './search-schema.ts';

/** What the worker is told when it starts. */
export const workerDataSchema = z.object({ libraryFolder: z.string() });

export const toWorkerSchema = z.object({ id: z.number(), request: searchRequestSchema });
export type ToWorker = z.infer<typeof toWorkerSchema>;

export const fromWorkerSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('answer'), id: z.number(), response: searchResponseSchema }),
  z.object({ type: z.literal('refused'), id: z.number(), reason: z.string() }),
]);
export type FromWorker = z.infer<typeof fromWorkerSchema>;
