import { type ReactNode, useEffect, useRef, useState } from 'react';
import { Choices, Dialog } from '../../parts/Dialog';
import { TopBar } from '../../parts/TopBar';
import {
  beginCard,
  beginPart,
  changeSitting,
  elapsed,
  endMock,
  endPart,
  type Mock,
  type Part,
  partNext,
  partOn,
  see,
  slugOf,
  timeOf,
} from '../../progress/mock';

import { begin, type Rehearsal } from '../../rehearsal/attempt';
import { isNumber } from '../../rehearsal/diagnostic';
import { Countdown } from '../interview/Clock';
import { UnderWay } from '../interview/UnderWay';
import { useNow } from '../interview/use-clock';
import { useExercise } from '../interview/use-exercise';
import { clock } from '../interview/words';
import { Attempt } from '../rehearse/Attempt';
import attempt from '../rehearse/Attempt.module.css';
import { useCard } from '../rehearse/use-card';
import styles from './Mock.module.css';
import type { Shown } from './use-rounds';
import { askedIn, functionsIn, nameOf, wholeOf } from './words';

const MINUTE = 60_000;
/** What a part of the round needs. */
type Parted = Pick<Shown, 'mock' | 'log' | 'unsaved' | 'change' | 'rehearsals'>;

/** A round under way: the part that is on, or what stands between two parts. */
export function Round(shown: Parted) {
  const { mock, change } = shown;
  const latest = useRef(change);
  latest.current = change;

  // Time that has passed stays passed, also where the clock is set back before the next visit.
  useEffect(() => {
    const timer = setInterval(() => {
      const now = Date.now();
      void latest.current(it => see(it, now));
    }, MINUTE);
    return () => clearInterval(timer);
  }, []);

  const part = mock.parts[partOn(mock)];
  if (!part) return <Between {...shown} />;
  if (part.kind === 'coding') return <Coding key={part.began} {...shown} part={part} />;
  return <Spoken {...shown} part={part} />;
}

/** Where one is, and how much time is left: of the round, and of a part that has no clock beside it. */
function Strip({ mock, part, children }: { mock: Mock; part?: Part; children: ReactNode }) {
  const now = useNow();
  const used = part ? timeOf(mock, part, now) : null;
  return (
    <div className={styles.strip}>
      <span>{children}</span>
      {part && used !== null && (
        <span className={styles.clock}>
          Part{' '}
          <Countdown
            left={part.minutes * MINUTE - used}
            minutes={part.minutes}
            label="Time left in this part"
            of=" in this part"
          />
        </span>
      )}
      <span className={styles.clock}>
        {mock.purpose ? 'Diagnostic' : 'Round'}{' '}
        <Countdown
          left={mock.minutes * MINUTE - elapsed(mock, now)}
          minutes={mock.minutes}
          label={`Time left in the ${wholeOf(mock)}`}
          of={` in the ${wholeOf(mock)}`}
        />
      </span>
    </div>
  );
}

const placeOf = (mock: Mock, part: Part) =>
  `Part ${mock.parts.indexOf(part) + 1} of ${mock.parts.length} · ${nameOf(mock, part)}`;

/** The exercise of a mock, as in an interview of its own. */
function Coding({ mock, part, unsaved, change }: Parted & { part: Part }) {
  const exercise = useExercise(slugOf(part.items[0]));
  const functions = functionsIn(mock, part);
  if (exercise === undefined) return <TopBar />;
  if (exercise === null || !part.sitting) {
    return (
      <Missing onEnd={() => void change(it => endPart(it, Date.now()))}>
        This version does not have the exercise {slugOf(part.items[0])}.
      </Missing>
    );
  }
  return (
    <UnderWay
      interview={part.sitting}
      exercise={exercise}
      unsaved={unsaved}
      strip={
        <Strip mock={mock}>
          {placeOf(mock, part)}
          {functions && (
            <>
              {' '}
              · only <code>{functions[0]}</code> and <code>{functions[1]}</code>
            </>
          )}
        </Strip>
      }
      change={work => {
        const now = Date.now();
        return change(it => changeSitting(it, work, now));
      }}
      onEnded={() => {}}
    />
  );
}

function Missing({ children, onEnd }: { children: ReactNode; onEnd: () => void }) {
  return (
    <>
      <TopBar />
      <main className={attempt.page}>
        <p>
          {children}{' '}
          <button type="button" onClick={onEnd}>
            Go on
          </button>
        </p>
      </main>
    </>
  );
}

/** Cards one after another, each answered and committed to; they are graded in the debrief. */
function Spoken({ mock, part, log, unsaved, change, rehearsals }: Parted & { part: Part }) {
  const [ending, setEnding] = useState(false);
  const { items } = part;
  const place = Math.max(0, part.rehearsals.length - 1);
  const present = log.find(({ began }) => began === part.rehearsals[place]);
  const card = useCard(items[place]);
  // A number is typed while the clock runs, and graded like any other answer afterwards.
  const numbers = mock.purpose && isNumber(items) ? (card?.checks.length ?? 0) : 0;
  const isStated = ({ committed, confidence, answers }: Rehearsal) =>
    committed !== null && confidence !== null && (numbers === 0 || answers !== null);
  const isOver = !present || isStated(present);

  /** Begins the next card, or ends the part with the last. */
  function goOn() {
    const now = Date.now();
    const next = part.rehearsals.length;
    if (next >= items.length) return void change(it => endPart(it, now));
    const rehearsal = begin(items[next], now);
    void rehearsals.change(rehearsal, it => it);
    void change(it => beginCard(it, next, rehearsal.began, now));
  }

  function end() {
    const now = Date.now();
    if (present && present.committed === null) void rehearsals.remove(present);
    void change(it => endPart(it, now));
  }

  return (
    <>
      <TopBar>
        <button type="button" onClick={() => setEnding(true)}>
          End this part …
        </button>
      </TopBar>
      <Strip mock={mock} part={part}>
        {placeOf(mock, part)}
        {items.length > 1 && ` · question ${place + 1} of ${items.length}`}
      </Strip>
      <main className={attempt.page}>
        {card === null || (isOver && card) ? (
          <p className={attempt.intro}>
            {card === null && `This version does not have the card ${items[place]}. `}
            <button type="button" className="primary" onClick={goOn}>
              Go on
            </button>
          </p>
        ) : (
          card &&
          present && (
            <Attempt
              key={present.began}
              card={card}
              rehearsal={present}
              log={log}
              unsaved={unsaved}
              backAt={null}
              minutes={part.kind === 'breadth' ? undefined : part.minutes}
              change={work => {
                const stated = isStated(work(present));
                const stored = rehearsals.change(present, work);
                if (stated) goOn();
                return stored;
              }}
              next={null}
            />
          )
        )}
      </main>
      {ending && (
        <Dialog title="End this part?" onClose={() => setEnding(false)}>
          {present && present.committed === null ? (
            <p>
              You have not committed to the answer on the screen. Commit to it first, if it is to be
              graded; otherwise it is left out, and what you wrote for it goes with it.
            </p>
          ) : (
            <p>What you committed to is graded at the end.</p>
          )}
          {part.rehearsals.length < items.length && (
            <p>
              Not reached: {items.length - part.rehearsals.length} of {items.length} questions. They
              are not graded.
            </p>
          )}
          <Choices>
            <button type="button" onClick={() => setEnding(false)}>
              Go on
            </button>
            <button type="button" className="primary" onClick={end}>
              {present && present.committed === null ? 'Leave it out and end' : 'End this part'}
            </button>
          </Choices>
        </Dialog>
      )}
    </>
  );
}

/** Between two parts: what is over, what comes, and a way out. */
function Between({ mock, unsaved, change, rehearsals }: Parted) {
  const [ending, setEnding] = useState(false);
  const part = mock.parts[partNext(mock)];
  const over = mock.parts.filter(({ ended }) => ended !== null);
  const left = mock.parts.filter(({ began }) => began === null);

  function start() {
    const now = Date.now();
    const first = part.kind === 'coding' ? null : begin(part.items[0], now);
    if (first) void rehearsals.change(first, it => it);
    void change(it => {
      const on = beginPart(it, now);
      return first ? beginCard(on, 0, first.began, now) : on;
    });
  }

  function end() {
    const now = Date.now();
    void change(it => endMock(it, now));
  }

  return (
    <>
      <TopBar />
      <Strip mock={mock}>Between two parts</Strip>
      <main className={styles.between}>
        {unsaved && (
          <p role="alert" className={attempt.warning}>
            Not saved: this browser did not store the last change. It is here until you leave.
          </p>
        )}
        {part && (
          <>
            <header>
              <p className={styles.quiet}>
                Part {mock.parts.indexOf(part) + 1} of {mock.parts.length}
              </p>
              <h1>{nameOf(mock, part)}</h1>
              <p>
                {part.minutes} minutes: {askedIn(mock, part)}. The clock of the {wholeOf(mock)} goes
                on meanwhile.
              </p>
            </header>
            <div className={attempt.choices}>
              {/* biome-ignore lint/a11y/noAutofocus: the one thing to do here; a round goes on with Enter alone */}
              <button type="button" className="primary" autoFocus onClick={start}>
                Begin this part
              </button>
              <button type="button" onClick={() => setEnding(true)}>
                End the {wholeOf(mock)} here …
              </button>
            </div>
          </>
        )}
        {!part && (
          <div className={attempt.choices}>
            <button type="button" className="primary" onClick={end}>
              End the {wholeOf(mock)}
            </button>
          </div>
        )}
        <ul className={styles.over} aria-label="So far">
          {over.map(one => (
            <li key={one.began}>
              <span>{nameOf(mock, one)}</span>
              <span>
                {clock(timeOf(mock, one, 0) ?? 0)} of {one.minutes} min
              </span>
            </li>
          ))}
        </ul>
      </main>
      {ending && (
        <Dialog title={`End the ${wholeOf(mock)}?`} onClose={() => setEnding(false)}>
          <p>
            Not reached: {left.map(one => nameOf(mock, one).toLowerCase()).join(', ')}. It is said
            to be so at the end, and not graded.
          </p>
          <Choices>
            <button type="button" onClick={() => setEnding(false)}>
              Go on
            </button>
            <button type="button" className="primary" onClick={end}>
              End the {wholeOf(mock)}
            </button>
          </Choices>
        </Dialog>
      )}
    </>
  );
}
