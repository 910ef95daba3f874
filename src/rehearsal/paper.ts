/** A story or a pitch as it is read elsewhere: printed, or copied as Markdown. */
export interface Paper {
  readonly title: string;
  readonly blocks: readonly Block[];
}

export interface Block {
  readonly level: 2 | 3;
  readonly heading: string;
  /** Lines that begin with “- ” are a list. */
  readonly text: string;
}

/** What stands where nothing was written. */
export const NOTHING_YET = '(nothing yet)';

/** Papers as one text of Markdown. */
export function inMarkdown(papers: readonly Paper[]): string {
  const texts = papers.map(({ title, blocks }) =>
    [
      `# ${title}`,
      ...blocks.flatMap(({ level, heading, text }) =>
        text ? [`${'#'.repeat(level)} ${heading}`, text] : [`${'#'.repeat(level)} ${heading}`],
      ),
    ].join('\n\n'),
  );
  return `${texts.join('\n\n')}\n`;
}
