import { describe, expect, it } from 'vitest';
import { EXACT, NUMERIC } from '../../graders/compare';
import {
  type Arguments,
  isModest,
  MOST_CALLS,
  type Question,
  type Reply,
  shrink,
  type TryCalls,
} from '../../graders/shrink';
import { Strange, type Value } from '../../graders/value';

type F = (...args: never[]) => unknown;

function reply(f: F, args: Arguments): Reply {
  try {
    return { returned: f(...(structuredClone(args) as never[])) as Value };
  } catch (error) {
    const { name, message } = error as Error;
    return { threw: { name, message, onPurpose: false, todo: false } };
  }
}

/** Two functions side by side, and what was asked of them. */
function pair(learner: F, reference: F) {
  const batches: (readonly Arguments[])[] = [];
  const tryCalls: TryCalls = async lists => {
    batches.push(lists);
    return lists.map(args => ({
      learner: reply(learner, args),
      reference: reply(reference, args),
    }));
  };
  return { batches, tryCalls };
}

const asked = (args: Arguments, more: Partial<Question> = {}): Question => ({
  args,
  part: [],
  within: NUMERIC,
  values: true,
  ...more,
});
const always = () => true;

const rows = (n: number, d: number) =>
  Array.from({ length: n }, (_, i) =>
    Array.from({ length: d }, (_, j) => Math.sin(7 * i + 3 * j) * 4.321),
  );
const dot = (x: number[], w: number[]) => x.reduce((sum, v, j) => sum + v * w[j], 0);
const mean = (x: number[]) => x.reduce((a, b) => a + b, 0) / x.length;
const squares = (X: number[][], y: number[], w: number[]) =>
  X.map((x, i) => (dot(x, w) - y[i]) ** 2);
const X = rows(23, 4);
const y = X.map(x => x[0] - 1.2345);
const w = [1.234, -0.567, 0.891, 2.345];

describe('shrinking', () => {
  it('takes rows out of X and y together, columns out of X and weights, and digits off', async () => {
    const { batches, tryCalls } = pair(
      (X, y, w) => squares(X, y, w).reduce((a: number, b: number) => a + b, 0),
      (X, y, w) => mean(squares(X, y, w)),
    );
    const found = await shrink(asked([X, y, w]), tryCalls, always);
    const [fewX, fewY, fewW] = (found?.args ?? []) as [number[][], number[], number[]];
    expect(fewX).toHaveLength(2);
    expect(fewY).toHaveLength(2);
    expect(fewX[0]).toHaveLength(1);
    expect(fewW).toHaveLength(1);
    expect(String(fewX[0][0]).length).toBeLessThanOrEqual(4);
    expect(found?.smaller).toBe(true);
    const { learner, reference } = found?.trial ?? {};
    expect(learner?.returned).toBeCloseTo(2 * (reference?.returned as number), 9);
    expect(batches.flat().length).toBeLessThanOrEqual(MOST_CALLS);
    expect(batches.at(-1)).toEqual([found?.args]);
  });

  it('finds the one row that matters, wherever it stands', async () => {
    const odd = rows(37, 2);
    odd[29][1] = 777.5;
    const { batches, tryCalls } = pair(
      (X: number[][]) => X.map(x => (x[1] > 700 ? 0 : x[0] + x[1])),
      (X: number[][]) => X.map(x => x[0] + x[1]),
    );
    const found = await shrink(asked([odd]), tryCalls, always);
    expect(found?.args[0]).toHaveLength(1);
    expect(batches.flat().length).toBeLessThanOrEqual(MOST_CALLS);
  });

  it('never asks for arguments on which the reference throws or has no number', async () => {
    const atLeastFive = (X: number[][]) => {
      if (X.length < 5) throw new RangeError('too few');
      return X.length;
    };
    const { tryCalls } = pair((X: number[][]) => X.length + 1, atLeastFive);
    const found = await shrink(asked([rows(21, 2)], { within: EXACT }), tryCalls, always);
    expect(found?.args[0]).toHaveLength(5);
    expect(found?.trial.reference.threw).toBeUndefined();
  });

  it('keeps to the way in which it goes wrong', async () => {
    const { tryCalls } = pair(
      (x: number[]) => {
        if (x.length < 3) throw new TypeError('an accident of the search');
        return x.length * 2;
      },
      (x: number[]) => x.length,
    );
    const found = await shrink(asked([[1.5, 2.5, 3.5, 4.5, 5.5]]), tryCalls, always);
    expect(found?.args[0]).toHaveLength(3);
    expect(found?.trial.learner.threw).toBeUndefined();
  });

  it('shrinks an error too', async () => {
    const { tryCalls } = pair(
      (X: number[][]) => X.map(x => x.find(v => v > 1000)?.toFixed(2) ?? nothing()),
      (X: number[][]) => X.length,
    );
    const nothing = () => {
      throw new TypeError('nothing there');
    };
    const found = await shrink(asked([rows(9, 3)], { values: false }), tryCalls, always);
    expect(found?.args).toEqual([[[expect.any(Number)]]]);
    expect(found?.trial.learner.threw?.name).toBe('TypeError');
  });

  it('takes fewer steps where an option counts them', async () => {
    const { tryCalls } = pair(
      (x: number, { steps }: { steps: number }) => x * steps * 2,
      (x: number, { steps }: { steps: number }) => x * steps,
    );
    const found = await shrink(asked([0.123456, { steps: 40 }]), tryCalls, always);
    expect(found?.args).toEqual([0.1, { steps: 1 }]);
  });
});

describe('a difference that hangs on a tie', () => {
  const nearest = (better: (a: number, b: number) => boolean) => (X: number[][], C: number[][]) =>
    X.map(x => {
      let best = 0;
      const away = (k: number) => (x[0] - C[k][0]) ** 2;
      for (let k = 1; k < C.length; k += 1) if (better(away(k), away(best))) best = k;
      return best;
    });
  const lower = nearest((a, b) => a < b);
  const higher = nearest((a, b) => a <= b);

  it('is shown as the check has it, and not shrunk', async () => {
    const { tryCalls, batches } = pair(higher, lower);
    const args = [
      [[0.5], [0.2], [7.5]],
      [[0], [1], [8]],
    ];
    const found = await shrink(asked(args, { within: EXACT }), tryCalls, always);
    expect(found).toMatchObject({ args, smaller: false });
    expect(batches).toHaveLength(1);
  });

  it('is not what a search ends with', async () => {
    const wrong = (X: number[][], C: number[][]) => higher(X, C).map((k, i) => (i === 3 ? 9 : k));
    const { tryCalls } = pair(wrong, lower);
    const data = [[0.501], [0.203], [7.492], [1.499], [2.501]];
    const args = [data, [[0], [1], [2]]];
    const found = await shrink(asked(args, { within: EXACT }), tryCalls, always);
    // Rounded to one digit, rows lie half way between two centroids: none of these may be shown.
    expect(found?.args[0]).toHaveLength(4);
    expect(found?.trial.learner.returned).toHaveProperty('3', 9);
  });
});

describe('nothing is shown', () => {
  it('where the call alone goes right', async () => {
    const { tryCalls } = pair(
      (x: number[]) => x.length,
      (x: number[]) => x.length,
    );
    expect(await shrink(asked([[1, 2]]), tryCalls, always)).toBeNull();
  });

  it('where a trial was stopped', async () => {
    const { tryCalls } = pair(
      (X: number[][]) => X.length + 1,
      (X: number[][]) => X.length,
    );
    let left = 2;
    const hanging: TryCalls = async lists => {
      left -= 1;
      return left < 0 ? null : tryCalls(lists);
    };
    expect(await shrink(asked([rows(9, 2)]), hanging, always)).toBeNull();
  });

  it('where what was found goes right in a module of its own', async () => {
    let calls = 0;
    const stateful = (X: number[][]) => {
      calls += 1;
      return X.length + (calls === 1 || calls === 2 || X.length < 9 ? 1 : 0);
    };
    const { tryCalls } = pair(stateful, (X: number[][]) => X.length);
    const fresh: TryCalls = lists =>
      lists.length === 1
        ? Promise.resolve([{ learner: { returned: 1 }, reference: { returned: 1 } }])
        : tryCalls(lists);
    expect(await shrink(asked([rows(9, 2)]), fresh, always)).toBeNull();
  });
});

it('shows the call as it is where there is no time to search', async () => {
  const { tryCalls, batches } = pair(
    (X: number[][]) => X.length + 1,
    (X: number[][]) => X.length,
  );
  const args = [rows(9, 2)];
  const found = await shrink(asked(args), tryCalls, () => false);
  expect(found).toMatchObject({ args, smaller: false });
  expect(batches).toHaveLength(1);
});

it('takes no functions, and nothing that is too much', () => {
  expect(isModest([1, { a: 'x' }, null, undefined])).toBe(true);
  expect(isModest([[new Strange('a function')]])).toBe(false);
  expect(isModest([Array.from({ length: 30_000 }, () => 1)])).toBe(false);
});
