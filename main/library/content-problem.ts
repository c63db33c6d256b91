import { closest, distance } from 'fastest-levenshtein';
import type { z } from 'zod';

/** One thing wrong with one content file, in a sentence that ends in the remedy. */
export interface ContentProblem {
  /** Path inside the repository, with a line where one is known. */
  file: string;
  /** Dotted path of the front matter field; absent for the body. */
  field?: string;
  message: string;
}

/** `content/en/events/x.md: date: "1 March" is not a date. Write …` */
export function formatProblem({ file, field, message }: ContentProblem): string {
  return [file, field, message].filter(Boolean).join(': ');
}

/** Turns Zod's issues into problems whose sentences name the remedy. */
export function problemsOfIssues(
  file: string,
  issues: readonly z.core.$ZodIssue[],
  knownFields: readonly string[],
): ContentProblem[] {
  return issues.flatMap((issue): ContentProblem[] => {
    const field = issue.path.map(String).join('.');
    if (issue.code !== 'unrecognized_keys')
      return [{ file, ...(field && { field }), message: sentence(issue) }];
    return issue.keys.map((key) => ({
      file,
      field: [field, key].filter(Boolean).join('.'),
      message: `is not a field here.${field ? '' : suggestion(key, knownFields)} Remove or rename it.`,
    }));
  });
}

/** ` Did you mean "x"?` when a known word is close, else nothing. */
export function suggestion(word: string, known: readonly string[]): string {
  if (known.length === 0) return '';
  const nearest = closest(word, known);
  return distance(word, nearest) <= Math.max(2, word.length / 3) ? ` Did you mean "${nearest}"?` : '';
}

function sentence(issue: z.core.$ZodIssue): string {
  if (issue.code === 'invalid_type') {
    return issue.input === undefined && /received undefined/.test(issue.message)
      ? `is missing. Add it as ${article(issue.expected)}.`
      : `must be ${article(issue.expected)}. Rewrite it so.`;
  }
  if (issue.code === 'invalid_value') {
    return `must be one of: ${issue.values.map(String).join(', ')}. Choose one of these.`;
  }
  return /[.!]$/.test(issue.message) ? issue.message : `${issue.message}. Correct it.`;
}

function article(noun: string): string {
  return /^[aeiou]/.test(noun) ? `an ${noun}` : `a ${noun}`;
}
