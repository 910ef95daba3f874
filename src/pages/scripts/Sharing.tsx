import { Fragment, type ReactNode, useState } from 'react';
import { inMarkdown, type Paper } from '../../rehearsal/paper';
import { dayOf, saveAs } from '../save-as';
import styles from './Paper.module.css';

/** Takes what is written elsewhere: copied as Markdown, or printed. */
export function Sharing({
  papers,
  name,
  children,
}: {
  papers: readonly Paper[];
  name: string;
  /** What else can be done. */
  children?: ReactNode;
}) {
  const [say, setSay] = useState('');

  async function copy() {
    const text = inMarkdown(papers);
    try {
      await navigator.clipboard.writeText(text);
      setSay('Copied.');
    } catch {
      saveAs(new Blob([text], { type: 'text/markdown' }), `${name}-${dayOf(new Date())}.md`);
      setSay('This browser did not let the page copy; the text was saved as a file.');
    }
  }

  const all = papers.length > 1 ? ' all' : '';
  return (
    <>
      <button type="button" onClick={() => void copy()}>
        Copy{all} as Markdown
      </button>
      <button type="button" onClick={() => print()}>
        Print{all}
      </button>
      {children}
      <span role="status" className="quiet">
        {say}
      </span>
    </>
  );
}

/** What is printed in the place of the page. */
export function Printed({ papers }: { papers: readonly Paper[] }) {
  return (
    <div className={styles.paper}>
      {papers.map(({ title, blocks }, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two may have one title
        <article key={i}>
          <h1>{title}</h1>
          {blocks.map(({ level, heading, text }) => {
            const Heading = `h${level}` as const;
            return (
              <Fragment key={`${heading} ${text}`}>
                <Heading>{heading}</Heading>
                {text && <p>{text}</p>}
              </Fragment>
            );
          })}
        </article>
      ))}
    </div>
  );
}
