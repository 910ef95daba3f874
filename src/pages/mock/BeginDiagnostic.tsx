import { useState } from 'react';
import { cardList } from '../../catalog/cards';
import { catalogue } from '../../catalog/catalogue';
import { Fields, OneOf, Start, termsClass } from '../../parts/Terms';
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
import { Past } from '../interview/Past';
import { dateOf } from '../interview/words';
import styles from './Mock.module.css';
import { addressOf, partsInWords, titleOf } from './words';

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
  onBegin: (mock: Mock, first: Rehearsal | null) => void;
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
      <header className="lead">
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
        <OneOf
          name="Exercise"
          of={CODE_CHOICES}
          words={choice => titleOf(`code/${choice}`)}
          chosen={code}
          onChoose={setCode}
        >
          <p className="quiet">
            Only its first two functions:{' '}
            {FIRST_FUNCTIONS[code].names.map((name, i) => (
              <span key={name}>
                {i > 0 && ' and '}
                <code>{name}</code>
              </span>
            ))}
            .
          </p>
        </OneOf>
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
        <Start>
          It goes on when the page is closed; the diagnostic waits here. A part may be ended early.
        </Start>
      </form>
      {past.length > 0 && (
        <Past
          title="Past diagnostics"
          held={past.map(mock => ({
            began: mock.began,
            href: addressOf(mock),
            name: dateOf(mock),
            facts: '',
            state: '',
          }))}
        />
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
