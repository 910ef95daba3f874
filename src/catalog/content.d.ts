/** What the build makes of an exercise's prompt.md. */
declare module '*.md' {
  const content: import('./exercise').Content;
  export default content;
}
