/** What the build makes of exercises/rehearsal: see tools/vite/cards.mjs. */
declare module 'virtual:cards' {
  const list: readonly import('./card').CardSummary[];
  export default list;
  /** Fetches the whole cards of a type; only types that have any. */
  export const whole: Readonly<
    Partial<Record<import('./card').CardType, () => Promise<readonly import('./card').Card[]>>>
  >;
}
