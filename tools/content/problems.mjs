/** Everything that is wrong with one file of content; `line` is that of the first, counted from 1. */
export class ContentError extends Error {
  name = 'ContentError';

  /**
   * @param {string} file
   * @param {{ line: number, message: string }[]} problems at least one
   */
  constructor(file, problems) {
    const inOrder = problems.toSorted((a, b) => a.line - b.line);
    super(inOrder.map(({ line, message }) => `${file}:${line}: ${message}`).join('\n'));
    this.line = inOrder[0].line;
  }
}
