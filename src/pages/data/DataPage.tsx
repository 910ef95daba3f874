import { useCallback, useEffect, useState } from 'react';
import { TopBar } from '../../parts/TopBar';
import type { Contents, Snapshot } from '../../progress/transfer/contents';
import { dayOf, saveAs } from '../save-as';
import styles from './DataPage.module.css';
import { DeleteEverything } from './DeleteEverything';
import { holdings } from './holdings';
import { ImportFile } from './ImportFile';
import { asFile, saveFile } from './save-file';
import { sizeInWords } from './words';

/** What is stored, and all that can be done with it as a whole: export, import, delete. */
export function DataPage() {
  const [contents, setContents] = useState<Contents | null>(null);
  const [snapshot, setSnapshot] = useState<Snapshot>();
  const [failed, setFailed] = useState(false);
  const [changes, setChanges] = useState(0);

  const look = useCallback(() => {
    holdings()
      .then(({ readAll, beforeImport }) => Promise.all([readAll(), beforeImport()]))
      .then(
        ([contents, snapshot]) => {
          setContents(contents);
          setSnapshot(snapshot);
        },
        () => setFailed(true),
      );
  }, []);
  useEffect(look, [look]);
  useEffect(() => {
    document.title = 'Your data · Scratchwork';
    return () => {
      document.title = 'Scratchwork';
    };
  }, []);

  const changed = useCallback(() => {
    setChanges(n => n + 1);
    look();
  }, [look]);

  /** Reads once more: another tab may have written since. */
  async function exportAll() {
    const fresh = await (await holdings()).readAll();
    saveFile(fresh, Date.now());
    setContents(fresh);
  }

  return (
    <>
      {/* Made anew after a change, since the theme may be another. */}
      <TopBar key={changes} />
      <main className={styles.page}>
        <header className="lead">
          <h1>Your data</h1>
          <p>
            Everything you write stays in this browser, and nowhere else. A file takes it to another
            one, or keeps it safe.
          </p>
        </header>

        <section aria-labelledby="stored">
          <h2 id="stored">Stored here</h2>
          {failed ? (
            <p role="alert">
              This browser keeps no data for this site: there is nothing to export, and an import
              would not last. Allow it to store data, or use a window that is not private.
            </p>
          ) : (
            <Amount contents={contents} />
          )}
          <button
            type="button"
            className="primary"
            disabled={!contents}
            onClick={() => void exportAll()}
          >
            Export everything
          </button>
          {contents?.attempts.some(({ kind }) => kind === 'passed') && (
            <p className={styles.quiet}>
              Your solved exercises can also be read by others, as Markdown files in an archive.{' '}
              <button type="button" className="link" onClick={() => void savePortfolio(contents)}>
                Save the solved exercises
              </button>
            </p>
          )}
          {snapshot && (
            <p className={styles.quiet}>
              What was here before the import of {new Date(snapshot.at).toLocaleString()} is kept
              until the next one.{' '}
              <button
                type="button"
                className="link"
                onClick={() => saveFile(snapshot.contents, snapshot.at)}
              >
                Save it as a file
              </button>
            </p>
          )}
        </section>

        <ImportFile onChanged={changed} />
        {contents && (
          <DeleteEverything contents={contents} exportAll={exportAll} onChanged={changed} />
        )}
      </main>
    </>
  );
}

/** What makes the archive is fetched when it is asked for. */
async function savePortfolio({ attempts }: Contents): Promise<void> {
  const { portfolioOf, zipped } = await import('./portfolio');
  saveAs(zipped(portfolioOf(attempts)), `scratchwork-solved-${dayOf(new Date())}.zip`);
}

function Amount({ contents }: { contents: Contents | null }) {
  const [used, setUsed] = useState(0);
  useEffect(() => {
    // Not everywhere, and a guess at best: left out where there is none.
    void navigator.storage?.estimate?.().then(
      ({ usage = 0 }) => setUsed(usage),
      () => {},
    );
  }, []);
  if (!contents) return <p>Looking …</p>;
  const { drafts, history, attempts, interviews, rehearsals, mocks, stories, pitches } = contents;
  const { size } = asFile(contents);
  return (
    <>
      <dl className={styles.amounts}>
        <div>
          <dt>{drafts.length === 1 ? 'draft' : 'drafts'}</dt>
          <dd>{drafts.length.toLocaleString()}</dd>
        </div>
        <div>
          <dt>{history.length === 1 ? 'earlier text' : 'earlier texts'}</dt>
          <dd>{history.length.toLocaleString()}</dd>
        </div>
        <div>
          <dt>{attempts.length === 1 ? 'run' : 'runs'}</dt>
          <dd>{attempts.length.toLocaleString()}</dd>
        </div>
        {interviews.length > 0 && (
          <div>
            <dt>{interviews.length === 1 ? 'interview' : 'interviews'}</dt>
            <dd>{interviews.length.toLocaleString()}</dd>
          </div>
        )}
        {rehearsals.length > 0 && (
          <div>
            <dt>{rehearsals.length === 1 ? 'rehearsal' : 'rehearsals'}</dt>
            <dd>{rehearsals.length.toLocaleString()}</dd>
          </div>
        )}
        {mocks.length > 0 && (
          <div>
            <dt>{mocks.length === 1 ? 'mock interview' : 'mock interviews'}</dt>
            <dd>{mocks.length.toLocaleString()}</dd>
          </div>
        )}
        {stories.length > 0 && (
          <div>
            <dt>{stories.length === 1 ? 'story' : 'stories'}</dt>
            <dd>{stories.length.toLocaleString()}</dd>
          </div>
        )}
        {pitches.length > 0 && (
          <div>
            <dt>{pitches.length === 1 ? 'pitch' : 'pitches'}</dt>
            <dd>{pitches.length.toLocaleString()}</dd>
          </div>
        )}
      </dl>
      <p className={styles.quiet}>
        {sizeInWords(size)} as a file.
        {used > size && ` With all that works offline, this site takes ${sizeInWords(used)}.`}
        {rehearsals.length > 0 && ' Recordings of your voice are not in the file.'}
      </p>
    </>
  );
}
