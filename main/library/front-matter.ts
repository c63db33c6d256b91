import { parseDocument } from 'yaml';
import { problemsOfIssues, type ContentProblem } from './content-problem.ts';
import { frontMatterSchemas, type AnyFrontMatter } from './front-matter-schema.ts';
import { COLLECTIONS, LANGUAGES, isCollection, isLanguage, type Language } from './vocabulary.ts';

/** A Markdown file as it stands on disk. */
export interface ContentFile {
  /** `content/<language>/<collection>/<id>.md`, with forward slashes. */
  path: string;
  text: string;
}

/** A file whose front matter holds; its body is not yet compiled. */
export interface SourceEntry {
  path: string;
  lang: Language;
  id: string;
  address: string;
  meta: AnyFrontMatter;
  /** The whole file, front matter included. */
  text: string;
  body: string;
  /** Lines above the body, so that a problem in it can name its line. */
  bodyLine: number;
}

const FENCE = /^---\r?\n([\s\S]*?)\r?\n---[ \t]*(?:\r?\n|$)/;

/** Splits and checks one file; every problem of the file is returned at once. */
export function readEntry(file: ContentFile): SourceEntry | ContentProblem[] {
  const path = file.path;
  const problem = (message: string, field?: string): ContentProblem[] => [
    { file: path, ...(field && { field }), message },
  ];

  const [, lang = '', collection = '', name = '', ...deeper] = path.split('/');
  if (!isLanguage(lang)) return problem(`lies outside ${LANGUAGES.join(' and ')}. Move it into one of them.`);
  if (!isCollection(collection) || deeper.length > 0) {
    return problem(`lies outside the collections. Move it into one of: ${COLLECTIONS.join(', ')}.`);
  }
  const id = name.replace(/\.md$/, '');
  if (!/^[a-z0-9]+(-[a-z0-9]+)*\.md$/.test(name)) {
    return problem(
      `"${name}" is not a valid file name. Use small letters, digits and hyphens, and end in .md.`,
    );
  }

  const text = file.text.replace(/^\uFEFF/, '');
  const fence = FENCE.exec(text);
  if (!fence) return problem('has no front matter. Begin the file with fields between two lines of "---".');
  const yaml = parseDocument(fence[1] ?? '');
  if (yaml.errors.length > 0) {
    return yaml.errors.map((error) => ({
      file: `${path}:${(error.linePos?.[0].line ?? 0) + 1}`,
      message: `front matter is not valid YAML: ${error.message.split('\n')[0]} Quote text that holds a colon.`,
    }));
  }

  const schema = frontMatterSchemas[collection];
  const parsed = schema.safeParse(yaml.toJS() ?? {});
  if (!parsed.success) return problemsOfIssues(path, parsed.error.issues, Object.keys(schema.shape));

  return {
    path,
    lang,
    id,
    address: `/${collection}/${id}`,
    meta: { collection, ...parsed.data } as AnyFrontMatter,
    text,
    body: text.slice(fence[0].length),
    bodyLine: fence[0].split('\n').length - 1,
  };
}
