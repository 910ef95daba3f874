import { type ComponentType, type ReactNode, useEffect } from 'react';
import { Link } from 'wouter';
import { TopBar } from '../../parts/TopBar';
import type { Kind, ScriptOf } from '../../progress/script-copy';
import type { Paper } from '../../rehearsal/paper';
import type { Written } from './Editor';
import { Notices } from './Notices';
import { Printed, Sharing } from './Sharing';
import styles from './Shelf.module.css';
import { addressOf, KINDS, nameOf } from './script-words';
import { useChosen } from './use-chosen';
import { useScripts } from './use-scripts';

/** The page of all scripts of a kind, and of the one that the address names. */
export function Shelf<K extends Kind>({
  kind,
  title,
  about,
  fresh,
  isBlank,
  paperOf,
  factsOf,
  Editor,
  below,
}: {
  kind: K;
  title: string;
  /** What they are: at first, and where there are some. */
  about: readonly [empty: string, some: string];
  fresh: (id: number) => ScriptOf<K>;
  /** Nothing is written in it: it is not on the list. */
  isBlank: (script: ScriptOf<K>) => boolean;
  paperOf: (script: ScriptOf<K>) => Paper;
  /** What the list says of one. */
  factsOf: (script: ScriptOf<K>) => ReactNode;
  Editor: ComponentType<Written<K>>;
  /** What stands below the list. */
  below?: (scripts: readonly ScriptOf<K>[]) => ReactNode;
}) {
  const scripts = useScripts(kind);
  const { all, begin, change, remove } = scripts;
  const [chosen, choose] = useChosen(KINDS[kind].one);
  const script = all?.find(({ id }) => id === chosen);
  const listed = all?.filter(one => !isBlank(one)) ?? [];
  const papers = script ? [] : listed.map(paperOf);

  useEffect(() => {
    document.title = `${script?.title.trim() || title} · Scratchwork`;
    return () => {
      document.title = 'Scratchwork';
    };
  }, [script?.title, title]);

  function beginOne() {
    const id = Date.now();
    begin(fresh(id));
    choose(id);
  }

  return (
    <>
      <TopBar>
        <Link href="/rehearse">All cards</Link>
      </TopBar>
      {all && (
        <main className={styles.page}>
          {script ? (
            <Editor
              key={script.id}
              script={script}
              scripts={scripts}
              change={work => change(script.id, work)}
              onBack={() => choose(null)}
              onDelete={() => {
                choose(null);
                void remove(script.id);
              }}
            />
          ) : (
            <>
              <Notices scripts={scripts} shown={null} />
              <header className={styles.lead}>
                <h1>{title}</h1>
                <p>{about[listed.length === 0 ? 0 : 1]}</p>
                <div className="choices">
                  <button type="button" className="primary" onClick={beginOne}>
                    {`New ${KINDS[kind].one}`}
                  </button>
                  {listed.length > 0 && <Sharing papers={papers} name={kind} />}
                </div>
              </header>
              {listed.length > 0 && (
                <ul className={styles.list} aria-label={KINDS[kind].all}>
                  {listed.map(one => (
                    <li key={one.id}>
                      <Link href={addressOf(kind, one.id)}>{nameOf(kind, one)}</Link>
                      {factsOf(one)}
                    </li>
                  ))}
                </ul>
              )}
              {below?.(listed)}
              <Printed papers={papers} />
            </>
          )}
        </main>
      )}
    </>
  );
}
