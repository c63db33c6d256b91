import type { Context } from 'hono';
import { HTTPException } from 'hono/http-exception';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { z } from 'zod';

/** RFC 9457. */
export const problemSchema = z.object({
  type: z.literal('about:blank'),
  title: z.string(),
  status: z.number(),
  detail: z.string().describe('What to do about it'),
});
export type Problem = z.infer<typeof problemSchema>;

/** An expected failure: becomes a problem of this status in one place, and is never logged. */
export class ProblemError extends HTTPException {
  readonly problem: Problem;

  constructor(status: ContentfulStatusCode, title: string, detail: string) {
    super(status, { message: title });
    this.problem = { type: 'about:blank', title, status, detail };
  }
}

/** Turns a failed validation into a problem that names the parameter and the remedy. */
export function refuse(what: string) {
  return (result: { success: boolean; error?: { issues: readonly z.core.$ZodIssue[] } }) => {
    if (result.success) return;
    const detail = result.error?.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join(' ');
    if (what === 'address')
      throw new ProblemError(404, 'No such entry', 'Search for it, or look in the lists.');
    throw new ProblemError(400, `The ${what} cannot be understood`, detail ?? 'Correct it and try again.');
  };
}

/** The answer that carries a problem. */
export function problemResponse(context: Context, problem: Problem): Response {
  return context.body(JSON.stringify(problem), problem.status as ContentfulStatusCode, {
    'Content-Type': 'application/problem+json',
  });
}
