/** citation-js has no types of its own: what the tests use of it. */
declare module '@citation-js/core' {
  export class Cite {
    constructor(data: unknown, options?: object);
    readonly data: unknown[];
    format(name: string, options?: object): string | object;
  }
}
declare module '@citation-js/plugin-bibtex';
declare module '@citation-js/plugin-csl';
declare module '@citation-js/plugin-ris';
