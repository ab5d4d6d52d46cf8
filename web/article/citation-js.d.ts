/** What this project uses of packages that bring no types. */
declare module '@citation-js/core' {
  export class Cite {
    constructor(source: string);
    readonly data: unknown[];
  }
}
declare module '@citation-js/plugin-bibtex';
