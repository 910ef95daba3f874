import { useState } from 'react';
import { Link } from 'wouter';
import { cardList } from '../../catalog/cards';
import { catalogue } from '../../catalog/catalogue';
import { Fields, Options, termsClass } from '../../parts/Terms';
import { freshProfile, type Profile } from '../../planning/inputs';
import { itemsFor } from '../../planning/items';
import { beginCard, beginMock, type Mock } from '../../progress/mock';
import { begin, type Rehearsal } from '../../rehearsal/attempt';
import {
  CODE_CHOICES,
  type CodeChoice,
  DIAGNOSTIC,
  drawDiagnostic,
  FIRST_FUNCTIONS,
} from '../../rehearsal/diagnostic';
import terms from '../interview/InterviewPage.module.css';
import { dateOf } from '../interview/words';
import styles from './Mock.module.css';
import { partsInWords, titleOf } from './words';

/** What a diagnostic asks, the choice of its exercise, and the clock's start. */
export function BeginDiagnostic({
  past,
  log,
  profile,
  onBegin,
}: {
  past: readonly Mock[];
  log: readonly Rehearsal[];
  profile: Profile | null;
  /** @param first the rehearsal of the first question */
  onBegin: (mock: Mock, first: Rehearsal) => void;
}) {
  const [code, setCode] = useState<CodeChoice>('decision-tree');
  const [seed] = useState(() => Math.floor(Math.random() * 2 ** 32));
  const { role, level } = profile ?? freshProfile('');
  const draw = drawDiagnostic(code, cardList, { role, level }, rankOf(log, { role, level }), seed);

  function start() {
    const now = Date.now();
    const kinds = ['coding', 'breadth', 'design'] as const;
    const what = { role, level, minutes: DIAGNOSTIC, kinds, purpose: 'diagnostic' } as const;
    const mock = beginMock(what, draw, seed, now);
    const first = begin(mock.parts[0].items[0], now);
    onBegin(beginCard(mock, 0, first.began, now), first);
  }

  return (
    <>
      <header className={terms.lead}>
        <h1>Diagnostic</h1>
        <p>
          Half an hour with a little of everything. It orders the first week of your plan, and
          nothing else: each thing you do counts as one ordinary attempt at it, and there is no
          score.
        </p>
      </header>
      <form
        className={termsClass}
        aria-label="Terms"
        onSubmit={event => {
          event.preventDefault();
          start();
        }}
      >
        <Fields name="Exercise">
          <Options>
            {CODE_CHOICES.map(choice => (
              <label key={choice}>
                <input
                  type="radio"
                  name="code"
                  checked={code === choice}
                  onChange={() => setCode(choice)}
                />
                {titleOf(`code/${choice}`)}
              </label>
            ))}
          </Options>
          <p className={styles.quiet}>
            Only its first two functions:{' '}
            {FIRST_FUNCTIONS[code].names.map((name, i) => (
              <span key={name}>
                {i > 0 && ' and '}
                <code>{name}</code>
              </span>
            ))}
            .
          </p>
        </Fields>
        <Fields name="Parts">
          <div className={styles.drawn}>
            <ol aria-label="Parts">
              {draw.parts.map((part, i) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: the parts stand in a fixed order
                <li key={i}>
                  <b>{part.minutes} min</b>
                  <span>{partsInWords(part)}</span>
                </li>
              ))}
            </ol>
            <p className={styles.quiet}>
              Afterwards you grade your answers beside the model answers, without a clock.
            </p>
          </div>
        </Fields>
        <div className={terms.start}>
          <button type="submit" className="primary">
            Start the clock
          </button>
          <p className={terms.quiet}>
            It goes on when the page is closed; the diagnostic waits here. A part may be ended
            early.
          </p>
        </div>
      </form>
      {past.length > 0 && (
        <section className={terms.past} aria-labelledby="past">
          <h2 id="past">Past diagnostics</h2>
          <ol>
            {past.map(mock => (
              <li key={mock.began}>
                <Link href={`?report=${mock.began}`}>
                  <span className={terms.title}>{dateOf(mock)}</span>
                </Link>
              </li>
            ))}
          </ol>
        </section>
      )}
    </>
  );
}

/**
 * What was never answered is drawn rather, and of long subjects what the plan brings late: a subject that
 * was outlined in five minutes is not new to it any more.
 */
function rankOf(log: readonly Rehearsal[], who: Pick<Profile, 'role' | 'level'>) {
  const seen = new Set(log.map(({ card }) => card));
  const stages = new Map(itemsFor(catalogue, cardList, who).map(({ id, stage }) => [id, stage]));
  return (id: string) => (seen.has(id) ? 10 : 0) + (isLong(id) ? 4 - (stages.get(id) ?? 4) : 0);
}

const isLong = (id: string) => !id.startsWith('breadth/');
