import { type ReactNode, useCallback, useEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import type { Exercise } from '../../catalog/exercise';
import { useOffers } from '../../commands/use-offers';
import { CodeEditor, type CodeEditorHandle } from '../../editor/CodeEditor';
import { TopBar } from '../../parts/TopBar';
import { useLater } from '../../parts/use-later';
import {
  draftsOf,
  type Event,
  end,
  firstAnswer,
  happen,
  type Interview,
  see,
} from '../../progress/interview';
import { type Saving, useDraft } from '../../progress/use-draft';
import { SavedMark } from '../workbench/SavedMark';
import { useGrading } from '../workbench/use-grading';
import { Clock, TimeUp } from './Clock';
import { EndDialog } from './EndDialog';
import { Paper } from './Paper';
import { Task } from './Task';
import styles from './UnderWay.module.css';
import { useRuns } from './use-runs';

const TABS = ['Prompt', 'Questions', 'Code', 'Results'] as const;
type Tab = (typeof TABS)[number];

/** An interview under way: the task, a whiteboard, a pad for questions, and, once there is an answer, results. */
export function UnderWay({
  interview,
  exercise,
  unsaved,
  strip,
  change,
  onEnded,
}: {
  interview: Interview;
  exercise: Exercise;
  unsaved: boolean;
  /** What stands below the top bar where it is a part of a mock interview. */
  strip?: ReactNode;
  change: (work: (interview: Interview) => Interview) => Promise<void>;
  onEnded: () => void;
}) {
  const { slug, starter } = exercise;
  const keys = draftsOf(interview);
  const draft = useDraft(keys.text, starter);
  const pad = useDraft(keys.pad, '');
  const { grading, judging, open, run } = useGrading(slug, exercise.meta.allows);
  const [tab, setTab] = useState<Tab>('Prompt');
  const [say, setSay] = useState('');
  const [ending, setEnding] = useState(false);
  const [judgedText, setJudgedText] = useState<string | null>(null);
  const [historyOpen, setHistoryOpen] = useState(false);
  const editor = useRef<CodeEditorHandle>(null);
  const [ResultsPane, loadResults] = useLater(() =>
    import('../workbench/ResultsPane').then(m => m.ResultsPane),
  );
  const [HistoryDialog, loadHistory] = useLater(() =>
    import('../workbench/HistoryDialog').then(m => m.HistoryDialog),
  );
  const committed = firstAnswer(interview) !== undefined;
  const onPaper =
    interview.paper && !committed && !interview.moments.some(({ what }) => what === 'typing');

  const saving = lessSafe(draft.saving, pad.saving);
  const latest = useRef(change);
  latest.current = change;
  const record = useCallback((event: Event) => {
    const now = Date.now();
    return latest.current(it => happen(it, event, now));
  }, []);
  const judge = useRuns({ slug, draft, run, record });

  // Time that has passed stays passed, also where the clock is set back before the next visit.
  useEffect(() => {
    const timer = setInterval(() => {
      const now = Date.now();
      void latest.current(it => (it.ended === null ? see(it, now) : it));
    }, 60_000);
    return () => clearInterval(timer);
  }, []);

  // Whoever has committed may run; what that takes is fetched before it is asked for.
  useEffect(() => {
    if (!committed) return;
    loadResults();
    open().catch(() => {});
  }, [committed, open, loadResults]);

  const commit = () => {
    void record({ what: 'committed', text: draft.text });
    setSay('Committed. Run is open now.');
  };

  const submit = useCallback(
    (replay?: number) => {
      if (!committed) {
        setSay('Run opens when you commit to a first answer.');
        return;
      }
      setSay('');
      setTab('Results');
      setJudgedText(draft.text);
      void judge(replay);
    },
    [committed, draft, judge],
  );

  const openHistory = () => {
    loadHistory();
    void draft.settled().then(() => setHistoryOpen(true));
  };
  useOffers({ run: () => submit(), history: openHistory });

  async function finish(run: boolean) {
    if (run && !(await judge())) {
      setEnding(false);
      setTab('Results');
      setSay('Your text could not be judged. Try again, or leave without a run.');
      return;
    }
    await Promise.all([draft.settled(), pad.settled()]);
    const now = Date.now();
    const texts = { text: draft.text, pad: pad.text };
    onEnded();
    await latest.current(it => end(it, texts, now));
  }

  const reveal = useCallback((line: number) => {
    flushSync(() => setTab('Code'));
    editor.current?.reveal(line);
  }, []);

  const append = useCallback((text: string) => {
    flushSync(() => setTab('Code'));
    editor.current?.append(text);
  }, []);

  return (
    <div className={styles.page}>
      <div>
        <TopBar>
          <Clock interview={interview} />
          <button type="button" onClick={() => setEnding(true)}>
            End …
          </button>
          <button
            type="button"
            className="primary"
            disabled={onPaper}
            onClick={() => (committed ? submit() : commit())}
            aria-keyshortcuts={committed ? 'Control+Enter Meta+Enter' : undefined}
          >
            {committed ? 'Run' : 'Commit'}
          </button>
        </TopBar>
        {strip}
      </div>
      <nav className={styles.tabs} aria-label="Panes">
        {TABS.map(name => (
          <button key={name} type="button" aria-pressed={tab === name} onClick={() => setTab(name)}>
            {name}
          </button>
        ))}
      </nav>
      <main className={styles.panes} data-tab={tab} data-committed={committed || undefined}>
        <section className={styles.prompt} aria-label="Prompt" tabIndex={-1}>
          <Task
            exercise={exercise}
            interview={interview}
            onHint={number => void record({ what: 'hint', number })}
          />
        </section>
        <section className={styles.pad} aria-label="Questions">
          <label htmlFor="pad">Questions and assumptions</label>
          <p>What would you ask before you write? Note what you take the answers to be.</p>
          <textarea
            id="pad"
            value={pad.text}
            onChange={({ currentTarget }) => pad.change(currentTarget.value)}
          />
        </section>
        <section className={styles.editor} aria-label={onPaper ? 'Paper' : 'Whiteboard'}>
          <div>
            <TimeUp interview={interview} part={strip !== undefined} />
            <p className={say ? styles.notice : 'visually-hidden'} aria-live="polite">
              {say}
            </p>
            {[draft.notice, pad.notice].map(
              notice =>
                notice && (
                  <p key={notice} className={styles.notice}>
                    {notice}
                  </p>
                ),
            )}
            {saving.state === 'off' && saving.say && <p className={styles.notice}>{saving.say}</p>}
            {saving.state === 'failed' && (
              <p className={styles.warning} role="alert">
                {saving.say}
              </p>
            )}
            {unsaved && saving.state === 'saved' && (
              <p className={styles.warning} role="alert">
                The time line could not be stored. It is here until you leave.
              </p>
            )}
          </div>
          {onPaper ? (
            <Paper
              onType={() => {
                flushSync(() => void record({ what: 'typing' }));
                setTab('Code');
                editor.current?.focus();
              }}
            />
          ) : (
            <CodeEditor
              ref={editor}
              slug={keys.text}
              value={draft.text}
              onChange={draft.change}
              onRun={() => submit()}
              problems={grading.state === 'done' ? grading.markers : undefined}
              bare
            />
          )}
          <footer>
            <SavedMark saving={saving} />
            <button type="button" className="link" onClick={openHistory}>
              Earlier texts
            </button>
          </footer>
        </section>
        <section
          className={styles.results}
          aria-label="Results"
          aria-busy={grading.state === 'running' && grading.outcomes === null}
          tabIndex={-1}
        >
          {committed && ResultsPane ? (
            <ResultsPane
              grading={grading}
              judging={judging}
              warnings={NO_WARNINGS}
              reveal={reveal}
              replay={seed => submit(seed)}
              own={draft.text}
              untouched={draft.text === starter}
              append={append}
              open={open}
              slug={slug}
              quick={false}
            />
          ) : (
            !committed && (
              <p>
                Nothing is run yet. <kbd>Commit</kbd> says: this is my first answer. It is kept as
                it stands, and Run opens; you can go on writing.
              </p>
            )
          )}
        </section>
      </main>
      {ending && (
        <EndDialog
          interview={interview}
          judged={judgedText === draft.text && grading.state === 'done'}
          part={strip !== undefined}
          onClose={() => setEnding(false)}
          onEnd={finish}
        />
      )}
      {historyOpen && HistoryDialog && (
        <HistoryDialog
          slug={keys.text}
          onClose={() => setHistoryOpen(false)}
          present={draft.text}
          onRestore={text => draft.replace(text, 'restored another')}
        />
      )}
    </div>
  );
}

const NO_WARNINGS = [] as const;

/** Of two texts, how the one is that is less safe. What was said of one is said of both. */
function lessSafe(one: Saving, other: Saving): Saving {
  const rank = ({ state }: Saving) =>
    ['saved', 'loading', 'saving', 'off', 'failed'].indexOf(state);
  if (one.state === 'off' && other.state === 'off') return one.say ? one : other;
  return rank(one) < rank(other) ? other : one;
}
