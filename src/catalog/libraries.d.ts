declare module 'virtual:libraries' {
  type Library = import('../../exercises/meta').Library;
  /** The libraries that exercises allow: as a module's text, and as the declarations of its types. */
  export const libraries: Partial<
    Record<
      Library,
      {
        code(): Promise<string>;
        /** Texts by the names under which TypeScript looks for them. */
        types(): Promise<Record<string, string>>;
      }
    >
  >;
}
