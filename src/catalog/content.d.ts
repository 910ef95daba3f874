/** What the build makes of an exercise's prompt.md, with the meta.ts and the starter.ts beside it. */
declare module '*.md' {
  const exercise: Omit<import('./exercise').Exercise, 'slug'>;
  export default exercise;
}
