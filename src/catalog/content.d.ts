/** What the build makes of an exercise's prompt.md; every string is HTML. */
declare module '*.md' {
  export interface Content {
    readonly prompt: string;
    /** Three, each saying more than the one before. */
    readonly hints: readonly string[];
    /** What an interviewer asks next, with the points of a good answer. */
    readonly followUps: readonly { readonly question: string; readonly points: string }[];
    readonly cost: string;
    readonly python: string;
  }
  const content: Content;
  export default content;
}
