import { z } from 'zod';

export const recentEntrySchema = z.object({
  address: z.string().regex(/^\/[a-z]+\/[a-z0-9-]+$/),
  title: z.string().min(1).max(300),
});
export type RecentEntry = z.infer<typeof recentEntrySchema>;

export const recentFields = { entries: z.array(recentEntrySchema).max(50).default([]) };

/** As many as a task bar shows. */
const MOST = 10;

/** Puts an entry at the head of the list, once. */
export function withRecent(entries: readonly RecentEntry[], entry: RecentEntry): RecentEntry[] {
  return [entry, ...entries.filter(({ address }) => address !== entry.address)].slice(0, MOST);
}
