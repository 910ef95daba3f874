import type { Grader } from '../../graders/grader';
import type { Call } from '../../graders/observation';
import type { Table, TableKind } from '../../graders/tries';
import { at, isMatrix, isVector } from '../../graders/value';
import type { Outcome } from '../../graders/verdict';
import { wrongWith } from './csv';

/** A check that failed, on data that a picture can show. */
export interface FailingCase {
  readonly check: string;
  readonly call: Call;
  readonly table: Table;
  /** The row that it went wrong on, where one can be named. */
  readonly row: number | null;
}

/**
 * @returns the rows of the call on which a check failed, where they are of the form that the pictures
 * of the exercise take; nothing in a call is trusted
 */
export function failingCase({ tries }: Grader, outcome: Outcome): FailingCase | null {
  const given = tries?.table;
  const call =
    outcome.state === 'missed'
      ? outcome.failure.call
      : outcome.state === 'crashed'
        ? outcome.call
        : undefined;
  if (!given || !call) return null;
  const { kind, classes = 2, least = 2 } = given;
  const table = tableIn(call, kind);
  if (!table || wrongWith(table, kind, classes, least)) return null;
  const row = outcome.state === 'missed' ? rowOf(outcome, table.X.length) : null;
  return { check: outcome.name, call, table, row };
}

/**
 * The rows among the arguments of a call: the first argument, and classes or targets behind it; of
 * scored rows the classes and the scores behind them.
 */
function tableIn({ args }: Call, kind: TableKind): Table | null {
  const [X, y] =
    kind === 'scored' ? [isVector(args[1]) ? args[1].map(score => [score]) : null, args[0]] : args;
  const width = kind === 'points' || kind === 'classes' ? 2 : 1;
  const legal = (list: readonly number[]) => list.every(x => Math.abs(x) <= 1e6);
  if (!isMatrix(X) || X[0].length !== width || !X.every(legal)) return null;
  if (kind === 'points') return { X };
  return isVector(y) && y.length === X.length && legal(y) ? { X, y } : null;
}

/** A place in a list of one entry for each row names the row; the list is the result, or a field of it. */
function rowOf({ failure }: Extract<Outcome, { state: 'missed' }>, n: number): number | null {
  const { path = [], received } = failure;
  const isFlat = path.length === 1 || (path.length === 2 && typeof path[0] === 'string');
  const i = path.at(-1);
  const list = at(received, path.slice(0, -1));
  return isFlat && typeof i === 'number' && isVector(list) && list.length === n ? i : null;
}
