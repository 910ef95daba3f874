import { printCall } from '../graders/print';
import { isRecord, Strange, type Value } from '../graders/value';
import type { Outcome } from '../graders/verdict';
import type { Marked } from './grade-files';

/** Entries of an array that are written out; a text tells how many more there are. */
const ENTRIES = 100;

/** A marked submission as one line of JSON has it; the form is described in `cli/README.md`. */
export function recordOf({ file, slug, seed, verdict, learner, printed, ms }: Marked) {
  const head = { file, exercise: slug, seed, verdict: verdict.kind };
  if (verdict.kind === 'not-compiled') {
    return { ...head, checks: [], diagnosis: null, problems: verdict.problems, ms };
  }
  const { outcomes, diagnosis, notes, atLoad } = verdict;
  return {
    ...head,
    checks: outcomes.map(checkOf),
    diagnosis: diagnosis && { say: diagnosis.say, from: diagnosis.from },
    ...(atLoad && { error: errorOf(atLoad) }),
    ...(learner?.loadTimedOut !== undefined && { seconds: learner.loadTimedOut }),
    ...(notes.length > 0 && { notes }),
    ...(printed.length > 0 && { printed }),
    ms,
  };
}

function checkOf(outcome: Outcome) {
  const { name, state } = outcome;
  switch (outcome.state) {
    case 'missed': {
      const { say, path, by, allowed, call } = outcome.failure;
      return {
        name,
        outcome: state,
        say,
        path,
        received: plain(outcome.failure.received),
        expected: plain(outcome.failure.expected),
        by: plain(by),
        allowed: plain(allowed),
        call: call && printCall(call),
      };
    }
    case 'crashed':
      return {
        name,
        outcome: state,
        error: errorOf(outcome.error),
        call: outcome.call && printCall(outcome.call),
      };
    case 'timed-out':
      return { name, outcome: state, seconds: outcome.seconds };
    default:
      return { name, outcome: state };
  }
}

function errorOf({ name, message, line }: { name: string; message: string; line?: number }) {
  return { name, message, line };
}

/** A value that JSON can hold: NaN, the infinities, −0 and what is no data become texts. */
function plain(value: Value): unknown {
  if (typeof value === 'number') {
    if (Object.is(value, -0)) return '-0';
    return Number.isFinite(value) ? value : String(value);
  }
  if (typeof value === 'string') return value.slice(0, 2000);
  if (value instanceof Strange) return value.what;
  if (Array.isArray(value)) {
    const entries = value.slice(0, ENTRIES).map(plain);
    const more = value.length - ENTRIES;
    return more > 0 ? [...entries, `… ${more} more`] : entries;
  }
  if (!isRecord(value)) return value;
  const fields = Object.keys(value).slice(0, ENTRIES);
  return Object.fromEntries(fields.map(field => [field, plain(value[field])]));
}
