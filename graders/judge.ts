import { compare, type Difference, worstError } from './compare';
import type { Check, Grader } from './grader';
import type { Call, Observation, Thrown } from './observation';
import { printNumber } from './print';
import { drawing } from './random';
import { isRecord, printPath, Strange, type Value } from './value';
import type { Failure, Outcome } from './verdict';

/** What is known of one check of a submission: an observation, or why there is none. */
export type Witness =
  | Observation
  | { readonly stopped: 'timed-out'; readonly seconds: number }
  | 'not-run';

/** @returns true where the experiment ran to its end, well or badly. */
export function wasObserved(witness: Witness | undefined): witness is Observation {
  return typeof witness === 'object' && 'calls' in witness;
}

/**
 * Compares what was observed of a submission with what was observed of the reference under the same
 * seed. Pure; runs where the submission never was.
 * @param witnesses one for each check of the grader, in order
 * @returns one outcome for each check, then one for each of the three generic rules
 */
export function judge(
  grader: Grader,
  seed: number,
  witnesses: readonly Witness[],
  reference: readonly Observation[],
): Outcome[] {
  const bench = grader.bench(drawing(seed));
  const outcomes = grader.checks.map((check, i) =>
    judgeCheck(check, bench as never, witnesses[i] ?? 'not-run', reference[i]),
  );
  return [...outcomes, ...judgeManners(witnesses)];
}

function judgeCheck(check: Check, bench: never, witness: Witness, reference: Observation): Outcome {
  const { name } = check;
  const missed = (failure: Failure): Outcome => ({ name, state: 'missed', failure });
  if (witness === 'not-run') return { name, state: 'not-run' };
  if (!wasObserved(witness)) return { name, state: 'timed-out', seconds: witness.seconds };

  // Several calls may have to be refused: the first that was not on purpose is the one to speak of.
  const stumbled =
    check.verb === 'rejects' && witness.calls.find(call => call.threw && !call.threw.onPurpose);
  const { threw } = stumbled || witness;
  const last = stumbled || witness.calls.at(-1);
  if (threw?.missing !== undefined) {
    return missed({
      say: `There is no exported function named ${threw.missing}. Export it as the starter does.`,
    });
  }
  if (threw?.todo) {
    return missed({
      say: `${last?.name ?? 'The function'} is still to be written: it throws “${threw.message}”.`,
    });
  }
  if (check.verb === 'rejects') return judgeRejection(name, threw, last, witness.value);
  if (threw) return { name, state: 'crashed', error: threw, call: last };

  if (check.verb === 'holds') {
    const failure = breach(check, bench, witness, reference);
    return failure ? missed(failure) : { name, state: 'passed' };
  }
  const received = check.upTo ? check.upTo(witness.value, reference.value) : witness.value;
  const difference = compare(received, reference.value, check.within);
  if (!difference) return { name, state: 'passed' };
  return missed({
    say: sentence(difference),
    call: firstCallThatDiffers(witness.calls, reference.calls, check),
    received,
    expected: reference.value,
    path: difference.path,
    by: difference.by,
    allowed: difference.allowed,
  });
}

function judgeRejection(
  name: string,
  threw: Thrown | undefined,
  call: Call | undefined,
  value: Value | undefined,
): Outcome {
  if (threw?.onPurpose) return { name, state: 'passed' };
  const say = threw
    ? `This input must be refused with an error of your own. What came was an accident of the engine: ${threw.name}: ${threw.message}.`
    : 'This input must be refused with an error, and the call returned instead. Check it first, then throw a RangeError or TypeError.';
  return { name, state: 'missed', failure: { say, call, received: threw ? undefined : value } };
}

function breach(
  check: Extract<Check, { verb: 'holds' }>,
  bench: never,
  learner: Observation,
  reference: Observation,
): Failure | null {
  const evidence = { bench, expected: reference.value, reference, learner };
  const call = learner.calls.at(-1);
  try {
    const violation = check.law(learner.value, evidence);
    return violation && { received: learner.value, call, ...violation };
  } catch {
    const difference = compare(learner.value, reference.value);
    return {
      say: difference ? sentence(difference) : 'The value has not the form that the task asks for.',
      call,
      received: learner.value,
      expected: reference.value,
      path: difference?.path,
    };
  }
}

function firstCallThatDiffers(
  calls: readonly Call[],
  wanted: readonly Call[],
  check: Extract<Check, { verb: 'agrees' }>,
): Call | undefined {
  return (
    calls.find(
      (call, i) => wanted[i] && compare(call.returned, wanted[i].returned, check.within),
    ) ?? calls.at(-1)
  );
}

/** Three promises that every exercise makes, read off the records of all calls. */
function judgeManners(witnesses: readonly Witness[]): Outcome[] {
  const calls = witnesses.filter(wasObserved).flatMap(witness => witness.calls);
  const finished = calls.filter(call => call.threw === undefined);
  const rule = (name: string, offence: (call: Call) => Failure | undefined): Outcome => {
    if (finished.length === 0) return { name, state: 'not-run' };
    for (const call of finished) {
      const failure = offence(call);
      if (failure) return { name, state: 'missed', failure };
    }
    return { name, state: 'passed' };
  };
  return [
    rule('leaves its inputs as they were', call => {
      if (!call.changed) return undefined;
      const { path, before, after } = call.changed;
      const [position, ...inside] = path;
      return {
        say: `${call.name} changed its argument ${Number(position) + 1} at ${printPath(inside) || 'the top'}: ${short(before)} became ${short(after)}. Work on a copy.`,
        call,
        received: after,
        expected: before,
      };
    }),
    rule('returns fresh arrays', call => {
      if (!call.shared) return undefined;
      const owner = call.shared.with === 'argument' ? 'one of its arguments' : 'an earlier result';
      return {
        say: `The array at ${call.name}(…)${printPath(call.shared.path)} is also part of ${owner}. A caller who changes one would change both; return a copy.`,
        call,
      };
    }),
    rule('gives the same answer to the same call', call => {
      if (call.again === undefined) return undefined;
      return {
        say: `${call.name} was called twice with the same arguments and gave two different answers. Something outlives the call, or chance is involved.`,
        call,
        received: call.again,
        expected: call.returned,
      };
    }),
  ];
}

/** @example sentence({ kind: 'length', … }) // 'centroids has 2 entries where 3 are expected.' */
function sentence({ kind, path, received, expected }: Difference): string {
  const place =
    path.length === 0 ? 'The result' : printPath(path).replace(/^\./, '').replace(/^\[/, 'result[');
  switch (kind) {
    case 'nothing':
      return path.length === 0
        ? 'The call returned nothing. Is a return missing?'
        : `${place} is undefined.`;
    case 'missing':
      return `The field ${place} is missing.`;
    case 'type':
      return `${place} is ${nounFor(received)} where ${nounFor(expected)} is expected.${adviceFor(received)}`;
    case 'length':
      return `${place} has ${count(received)} where ${count(expected)} are expected.`;
    case 'not-finite':
    case 'number':
    case 'value':
      return `${place} is ${short(received)}, expected ${short(expected)}.`;
  }
}

/** How the objects of a library become the plain data that is asked for. */
const ADVICE: Record<string, string> = {
  'a Tensor': ' Read its numbers with arraySync() or dataSync(), and dispose of it.',
  'a Matrix': ' Turn it into arrays with toArray().',
};

function adviceFor(value: Value): string {
  return (value instanceof Strange && ADVICE[value.what]) || '';
}

function count(value: Value): string {
  const n = Array.isArray(value) ? value.length : 0;
  return `${n} ${n === 1 ? 'entry' : 'entries'}`;
}

function nounFor(value: Value): string {
  if (Array.isArray(value)) return Array.isArray(value[0]) ? 'an array of arrays' : 'an array';
  if (isRecord(value)) return `an object with ${Object.keys(value).join(', ') || 'no fields'}`;
  return typeof value === 'number' ? `the number ${short(value)}` : short(value);
}

function short(value: Value): string {
  if (typeof value === 'number') return printNumber(value);
  if (typeof value === 'string') return `“${value.slice(0, 60)}”`;
  if (value instanceof Strange) return value.what;
  if (Array.isArray(value)) return `an array of ${value.length}`;
  return typeof value === 'object' && value !== null ? 'an object' : String(value);
}

/** @returns remarks on a submission that passed: right, but worth knowing. */
export function remarks(
  grader: Grader,
  witnesses: readonly Witness[],
  reference: readonly Observation[],
): string[] {
  let worst = 0;
  grader.checks.forEach((check, i) => {
    const witness = witnesses[i];
    if (check.verb !== 'agrees' || !wasObserved(witness)) return;
    const received = check.upTo ? check.upTo(witness.value, reference[i].value) : witness.value;
    worst = Math.max(worst, worstError(received, reference[i].value));
  });
  if (worst < 1e-8) return [];
  return [
    `Right to single precision: the largest relative difference is ${worst.toExponential(1)}. Double precision would agree to about 1e-15; is a Float32Array or a rounding in the way?`,
  ];
}
