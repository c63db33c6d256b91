import type { CatalogueEntry } from '../../main/library/compiled-schema.ts';

/** A stretch of the timeline: a stage with its events, or what came before and after the stages. */
export interface TimelinePart {
  id: string;
  stage?: CatalogueEntry;
  events: CatalogueEntry[];
}

/**
 * Puts every event into one part: its stage, or for one without a stage the part its first day falls into.
 * @param stages in their order
 * @param events in order of date
 */
export function timelineParts(
  stages: readonly CatalogueEntry[],
  events: readonly CatalogueEntry[],
): TimelinePart[] {
  const [first] = stages;
  const partOf = ({ stage, date }: CatalogueEntry): string => {
    if (stage) return stage;
    const day = date?.start.os ?? '';
    if (!first?.date || day < first.date.start.os) return 'before';
    // A month begins before its first day does, so "1917-04" falls into the stage of 1 April.
    const within = stages.findLast((each) => each.date && each.date.start.os.localeCompare(day) <= 0);
    const end = within?.date?.end?.os ?? '';
    return within && (within !== stages.at(-1) || day <= end) ? within.id : 'after';
  };
  const byPart = Map.groupBy(events, partOf);
  const part = (id: string, stage?: CatalogueEntry): TimelinePart => ({
    id,
    events: byPart.get(id) ?? [],
    ...(stage && { stage }),
  });
  return [part('before'), ...stages.map((stage) => part(stage.id, stage)), part('after')].filter(
    ({ events: of }) => of.length > 0,
  );
}
