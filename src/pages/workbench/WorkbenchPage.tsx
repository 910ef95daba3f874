import { type CSSProperties, useCallback, useEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import type { SyntaxProblem } from '../../../graders/verdict';
import type { Exercise } from '../../catalog/exercise';
import { useOffers } from '../../commands/use-offers';
import { CodeEditor, type CodeEditorHandle } from '../../editor/CodeEditor';
import { typeProblems } from '../../editor/type-problems';
import { Splitter } from '../../parts/Splitter';
import { TopBar } from '../../parts/TopBar';
import { useLater } from '../../parts/use-later';
import { useDraft } from '../../progress/use-draft';
import { HowToRun } from './HowToRun';
import { PromptPane } from './PromptPane';
import type { Done } from './run-bench';
import { SavedMark } from './SavedMark';
import { undisturbed } from './undisturbed';
import { useGrading } from './use-grading';
import styles from './WorkbenchPage.module.css';

const TABS = ['Prompt', 'Code', 'Results'] as const;
type Tab = (typeof TABS)[number];

/** How long what a run needs waits for the editor, in milliseconds. */
const EDITOR_PATIENCE = 5000;

/** What was run before is not needed to begin with. */
const attempts = () => import('../../progress/attempts');
const runs = () => import('../../progress/runs');

/** The workbench of one exercise: prompt, editor, results; side by side, or one at a time on a small screen. */
export function WorkbenchPage({
  exercise,
  typedEarly,
}: {
  exercise: Exercise;
  typedEarly?: string;
}) {
  const { slug, starter, meta } = exercise;
  const draft = useDraft(slug, starter, typedEarly);
  const { grading, judging, open, run } = useGrading(slug, meta.allows);
  const [tab, setTab] = useState<Tab>('Prompt');
  const [panes, setPanes] = useState({ left: 30, right: 70 });
  const [solved, setSolved] = useState(false);
  const [warnings, setWarnings] = useState<readonly SyntaxProblem[]>([]);
  const [historyOpen, setHistoryOpen] = useState(false);
  const editor = useRef<CodeEditorHandle>(null);
  const [ResultsPane, loadResults] = useLater(() =>
    import('./ResultsPane').then(m => m.ResultsPane),
  );
  const [HistoryDialog, loadHistory] = useLater(() =>
    import('./HistoryDialog').then(m => m.HistoryDialog),
  );
  const [sharing, setSharing] = useState(false);
  const [ShareDialog, loadShare] = useLater(() => import('./ShareDialog').then(m => m.ShareDialog));
  const [SharedCode, loadShared] = useLater(() => import('./SharedCode').then(m => m.SharedCode));
  const running = grading.state === 'running' && grading.outcomes === null;

  useEffect(() => {
    attempts()
      .then(({ wasSolved }) => wasSolved(slug))
      .then(setSolved, () => {});
  }, [slug]);

  // What a run needs is fetched once the editor is there, or is late; nothing is run.
  const [settled, setSettled] = useState(false);
  useEffect(() => {
    const late = setTimeout(setSettled, EDITOR_PATIENCE, true);
    return () => clearTimeout(late);
  }, []);
  useEffect(() => {
    if (!settled) return;
    const idle = window.requestIdleCallback ?? ((task: () => void) => setTimeout(task, 200));
    const task = idle(() => {
      loadResults();
      open().catch(() => {});
    });
    return () => (window.cancelIdleCallback ?? clearTimeout)(task as number);
  }, [settled, open, loadResults]);

  // An address may carry code; also one that is gone to without leaving the page.
  useEffect(() => {
    if (location.hash) loadShared();
    addEventListener('hashchange', loadShared);
    return () => removeEventListener('hashchange', loadShared);
  }, [loadShared]);

  const submit = useCallback(
    (replay?: number) => {
      const { text } = draft;
      setTab('Results');
      loadResults();
      return undisturbed(async () => {
        const revision = await draft.settled();
        const noted = await runs()
          .then(({ beginRun }) => beginRun(slug, text, revision))
          .catch(() => null);
        const record = async (done: Done | null) => {
          if (!noted) return;
          const { endRun } = await runs();
          await endRun(noted, done && { ...done, ...done.graded });
        };
        let recorded = Promise.resolve();
        const done = await run(text, replay, done => {
          recorded = record(done).catch(draft.complain);
          return recorded;
        });
        if (!done) recorded = record(null).catch(draft.complain);
        else {
          if (done.graded.verdict.kind === 'passed') setSolved(true);
          setWarnings(await typeProblems(slug, meta.allows));
        }
        await recorded;
      });
    },
    [draft, run, slug, meta, loadResults],
  );

  const openHistory = () => {
    loadHistory();
    // What is still being stored belongs to it.
    void draft.settled().then(() => setHistoryOpen(true));
  };
  const share = () => {
    loadShare();
    setSharing(true);
  };
  const reset =
    draft.ready && draft.text !== starter ? () => draft.replace(starter, 'reset') : undefined;
  useOffers({ run: () => void submit(), history: openHistory, share, reset });

  const reveal = useCallback((line: number) => {
    setTab('Code');
    editor.current?.reveal(line);
  }, []);

  const append = useCallback((text: string) => {
    // On a small screen the editor can take the caret only once it is shown.
    flushSync(() => setTab('Code'));
    editor.current?.append(text);
  }, []);

  return (
    <div className={styles.page}>
      <TopBar>
        <SavedMark saving={draft.saving} />
        <button type="button" onClick={openHistory}>
          History
        </button>
        <button type="button" onClick={share}>
          Share
        </button>
        <button type="button" onClick={reset} disabled={!reset}>
          Reset
        </button>
        <button
          type="button"
          className="primary"
          onClick={() => void submit()}
          aria-keyshortcuts="Control+Enter Meta+Enter"
        >
          Run
        </button>
      </TopBar>
      <nav className={styles.tabs} aria-label="Panes">
        {TABS.map(name => (
          <button key={name} type="button" aria-pressed={tab === name} onClick={() => setTab(name)}>
            {name}
          </button>
        ))}
      </nav>
      <main
        className={styles.panes}
        data-tab={tab}
        style={{ '--left': `${panes.left}%`, '--right': `${100 - panes.right}%` } as CSSProperties}
      >
        <section className={styles.prompt} aria-label={`Prompt: ${meta.title}`} tabIndex={-1}>
          <PromptPane
            exercise={exercise}
            judging={judging}
            solved={solved}
            own={draft.text}
            openSolution={() => void open()}
          />
        </section>
        <Splitter
          label="Width of the prompt"
          value={panes.left}
          onChange={left => setPanes({ ...panes, left: within(left, 18, panes.right - 20) })}
        />
        <section className={styles.editor} aria-label="Editor">
          {draft.notice && <p className={styles.notice}>{draft.notice}</p>}
          {draft.saving.state === 'off' && draft.saving.say && (
            <p className={styles.notice}>{draft.saving.say}</p>
          )}
          {draft.saving.state === 'failed' && (
            <p className={styles.warning} role="alert">
              {draft.saving.say}
            </p>
          )}
          <CodeEditor
            ref={editor}
            slug={slug}
            value={draft.text}
            onChange={draft.change}
            onRun={() => void submit()}
            onReady={() => setSettled(true)}
            allows={meta.allows}
            problems={grading.state === 'done' ? grading.markers : undefined}
          />
        </section>
        <Splitter
          label="Width of the results"
          value={panes.right}
          onChange={right => setPanes({ ...panes, right: within(right, panes.left + 20, 85) })}
        />
        <section className={styles.results} aria-label="Results" aria-busy={running} tabIndex={-1}>
          {ResultsPane ? (
            <ResultsPane
              slug={slug}
              grading={grading}
              judging={judging}
              warnings={warnings}
              reveal={reveal}
              replay={seed => void submit(seed)}
              own={draft.text}
              untouched={draft.text === starter}
              append={append}
              open={open}
            />
          ) : (
            <BeforeRun running={grading.state === 'running'} />
          )}
        </section>
      </main>
      {historyOpen && HistoryDialog && (
        <HistoryDialog
          slug={slug}
          onClose={() => setHistoryOpen(false)}
          present={draft.text}
          onRestore={text => draft.replace(text, 'restored another')}
        />
      )}
      {sharing && ShareDialog && (
        <ShareDialog text={draft.text} onClose={() => setSharing(false)} />
      )}
      {draft.ready && SharedCode && (
        <SharedCode own={draft.text} onTake={text => draft.replace(text, 'restored another')} />
      )}
    </div>
  );
}

/** The results pane before there are results, and before its code has come. */
function BeforeRun({ running }: { running: boolean }) {
  return (
    <div className={styles.before}>
      <p role="status">{running ? 'Running …' : 'No run yet'}</p>
      <HowToRun />
    </div>
  );
}

function within(x: number, low: number, high: number): number {
  return Math.min(Math.max(x, low), high);
}
