import { beforeAll, describe, expect, it } from 'vitest';
import { describeError, watchErrors } from '../../graders/errors';
import { type Grader, grader } from '../../graders/grader';
import { named } from '../../graders/named';
import type { Observation } from '../../graders/observation';
import { observer } from '../../graders/observe';
import type { Draw } from '../../graders/random';
import { readObservation } from '../../graders/read-observation';
import { Strange } from '../../graders/value';

/** The error constructors of a realm of our own, so that those of the test runner stay as they are. */
const realm: Record<string, unknown> = {};
let own: { Error: ErrorConstructor; RangeError: RangeErrorConstructor };

beforeAll(() => {
  const names = ['Error', 'RangeError', 'TypeError', 'EvalError'] as const;
  const more = ['SyntaxError', 'ReferenceError', 'URIError'] as const;
  for (const name of [...names, ...more]) realm[name] = globalThis[name];
  const kept = Object.values(realm).map(original => (original as ErrorConstructor).prototype);
  const constructors = kept.map(prototype => prototype.constructor);
  watchErrors(realm);
  kept.forEach((prototype, i) => {
    prototype.constructor = constructors[i];
  });
  own = realm as typeof own;
});

interface Module {
  f(...args: unknown[]): unknown;
}

const surroundings = { locate: () => ({ line: 7, column: 3 }), mute: () => {} };

/** Observes one experiment with a module that exports one function. */
function seeing(
  f: (...args: never[]) => unknown,
  experiment: (module: Module, bench: { X: number[][] }) => unknown,
): Observation {
  const one = grader<Module, (draw: Draw) => { X: number[][] }>({
    bench: () => ({ X: [[1, 2], [3, 4]] }), // biome-ignore format: a matrix
    checks: ({ agrees }) => [agrees('one', experiment)],
    mutants: [],
  });
  let seen: Observation | undefined;
  observer(
    one as unknown as Grader,
    1,
    surroundings,
  )({ f }, (_, packed) => {
    seen = readObservation(packed);
  });
  return seen as Observation;
}

describe('a call', () => {
  it('is recorded with its arguments as they were and with what it returned', () => {
    const { calls, value } = seeing(
      (X: number[][]) => X.length,
      ({ f }, { X }) => f(X),
    );
    expect(value).toBe(2);
    expect(calls).toHaveLength(1);
    expect(calls[0]).toMatchObject({ name: 'f', args: [[[1, 2], [3, 4]]], returned: 2 }); // biome-ignore format: a matrix
    expect(calls[0].changed).toBeUndefined();
    expect(calls[0].again).toBeUndefined();
  });

  it('that changes an argument leaves the path to the first changed cell', () => {
    const { calls } = seeing(
      (X: number[][]) => {
        X[1][0] = 9;
      },
      ({ f }, { X }) => f(X),
    );
    expect(calls[0].changed).toEqual({ path: [0, 1, 0], before: 3, after: 9 });
    expect(calls[0].args[0]).toEqual([[1, 2], [3, 4]]); // biome-ignore format: a matrix
  });

  it('that sorts in place, pushes or deletes is noticed as well', () => {
    const push = seeing(
      (list: number[]) => list.push(1),
      ({ f }) => f([5]),
    );
    expect(push.calls[0].changed).toEqual({ path: [0, 1], before: undefined, after: 1 });
    const remove = seeing(
      (options: { a?: number }) => delete options.a,
      ({ f }) => f({ a: 1 }),
    );
    expect(remove.calls[0].changed).toBeDefined();
  });

  it('cannot spoil the bench for the next one', () => {
    const { calls } = seeing(
      (X: number[][]) => {
        X[0][0] = 100;
        return X.length;
      },
      ({ f }, { X }) => [f(X), f(X)],
    );
    expect(calls[1].args[0]).toEqual([[1, 2], [3, 4]]); // biome-ignore format: a matrix
  });

  it('that turns 0 into -0 has changed its argument', () => {
    const { calls } = seeing(
      (list: number[]) => {
        list[0] = -0;
      },
      ({ f }) => f([0]),
    );
    expect(calls[0].changed?.path).toEqual([0, 0]);
  });

  it('that hands an argument back shares it', () => {
    const { calls } = seeing(
      (X: number[][]) => ({ rows: [X[1]] }),
      ({ f }, { X }) => f(X),
    );
    expect(calls[0].shared).toEqual({ path: ['rows', 0], with: 'argument' });
  });

  it('that hands out one array twice shares an earlier result', () => {
    const kept = [1, 2];
    const { calls } = seeing(
      () => kept,
      ({ f }) => [f(), f()],
    );
    expect(calls[0].shared ?? calls[1].shared).toEqual({ path: [], with: 'earlier result' });
  });

  it('that gives another answer the second time is told with both answers', () => {
    let state = 0;
    const counting = () => {
      state += 1;
      return [state];
    };
    const { calls } = seeing(counting, ({ f }) => f());
    expect(calls[0].returned).toEqual([1]);
    expect(calls[0].again).toEqual([2]);
  });

  it('that gives NaN twice gives the same answer twice', () => {
    const { calls } = seeing(
      () => [Number.NaN],
      ({ f }) => f(),
    );
    expect(calls[0].again).toBeUndefined();
  });

  it('with a callback is not repeated', () => {
    let times = 0;
    const { calls } = seeing(
      (random: () => number) => {
        times += 1;
        return random();
      },
      ({ f }) => f(() => 4),
    );
    expect(times).toBe(1);
    expect(calls[0].returned).toBe(4);
  });

  it('shows a function by the name that its author gave it', () => {
    const square = named('x ↦ x²', (x: number) => x * x);
    const { calls, value } = seeing(
      (f: (x: number) => number, x: number) => f(x),
      ({ f }) => f(square, 3),
    );
    expect(value).toBe(9);
    expect(calls[0].args).toEqual([new Strange('x ↦ x²'), 3]);
    expect(calls[0].changed).toBeUndefined();
  });

  it('shows named functions inside options and lists too, and others as before', () => {
    const square = named('x ↦ x²', (x: number) => x * x);
    const { calls } = seeing(
      () => 0,
      ({ f }) => f({ loss: square, other: () => 1 }, [square, [1, 2]]),
    );
    expect(calls[0].args).toEqual([
      { loss: new Strange('x ↦ x²'), other: new Strange('a function') },
      [new Strange('x ↦ x²'), [1, 2]],
    ]);
  });

  it('with named functions only is repeated, and may give two answers', () => {
    const square = named('x ↦ x²', (x: number) => x * x);
    let times = 0;
    const counting = (f: (x: number) => number) => {
      times += 1;
      return f(times);
    };
    const { calls } = seeing(counting, ({ f }) => f(square));
    expect(times).toBe(2);
    expect(calls[0]).toMatchObject({ returned: 1, again: 4 });
  });

  it('with a function without a name beside a named one is not repeated', () => {
    const square = named('x ↦ x²', (x: number) => x * x);
    let times = 0;
    seeing(
      () => {
        times += 1;
      },
      ({ f }) => f(square, { random: () => 0.5 }),
    );
    expect(times).toBe(1);
  });

  it('has no name for a function of the submission, whatever that function says', () => {
    const forged = Object.assign(() => 1, { what: 'p ↦ right', toString: () => 'p ↦ right' });
    Object.defineProperty(forged, 'name', { value: 'p ↦ right' });
    const { calls, value } = seeing(
      (f?: unknown) => f ?? forged,
      ({ f }) => [f(), f(f())],
    );
    expect(calls[1].args).toEqual([]);
    expect(calls[2].args).toEqual([new Strange('a function')]);
    expect(value).toEqual([new Strange('a function'), new Strange('a function')]);
  });

  it('names neither a result nor a proxy of a named function', () => {
    const square = named('x ↦ x²', (x: number) => x * x);
    const { calls, value } = seeing(
      (f: object, wrapped?: object) => (wrapped ? 0 : new Proxy(f, {})),
      ({ f }) => [f(square), f(square, f(square) as object)],
    );
    expect(calls.at(-1)?.args).toEqual([new Strange('x ↦ x²'), new Strange('a function')]);
    expect(value).toEqual([new Strange('a function'), 0]);
  });

  it('keeps names from a submission that has spoilt WeakMap', () => {
    const square = named('x ↦ x²', (x: number) => x * x);
    const { get } = WeakMap.prototype;
    let calls: Observation['calls'] = [];
    try {
      const spoil = () => {
        WeakMap.prototype.get = () => 'p ↦ forged';
      };
      calls = seeing(spoil, ({ f }) => [f(square), f(() => 1)]).calls;
    } finally {
      WeakMap.prototype.get = get;
    }
    expect(calls[0].args).toEqual([new Strange('x ↦ x²')]);
    expect(calls[1].args).toEqual([new Strange('a function')]);
  });

  it('is recorded 200 times and runs on after that', () => {
    const { calls, value } = seeing(
      (i: number) => i,
      ({ f }) => Array.from({ length: 300 }, (_, i) => f(i)).length,
    );
    expect(calls).toHaveLength(200);
    expect(value).toBe(300);
  });
});

describe('a result', () => {
  it.each([
    ['a Promise', async () => 1, 'a Promise'],
    ['a function', () => () => 1, 'a function'],
  ])('that is %s is named', (_, f, what) => {
    const { value } = seeing(f, module => module.f());
    expect(value).toEqual(new Strange(what));
  });

  it('that throws when it is read is named', () => {
    const trap = {
      get x(): number {
        throw new RangeError('no');
      },
    };
    const { value } = seeing(
      () => trap,
      ({ f }) => f(),
    );
    expect(value).toEqual(new Strange('an object that throws when it is read'));
  });

  it('that contains itself can be handed to the next call', () => {
    interface Node {
      self?: Node;
      value: number;
    }
    const { value, calls } = seeing(
      (node?: Node) => {
        if (node) return node.self?.self?.value;
        const made: Node = { value: 5 };
        made.self = made;
        return made;
      },
      ({ f }) => f(f()),
    );
    expect(value).toBe(5);
    expect(calls.every(call => !call.again && !call.changed)).toBe(true);
  });

  it('keeps NaN, -0, holes and typed arrays', () => {
    const holed: number[] = [];
    holed[1] = 1;
    const { value } = seeing(
      () => [Number.NaN, -0, holed, Float64Array.of(2)],
      ({ f }) => f(),
    );
    expect(value).toEqual([Number.NaN, -0, [undefined, 1], [2]]);
  });
});

const { proxy: revoked, revoke } = Proxy.revocable({}, {});
revoke();

describe('an error', () => {
  it('that the code built itself was thrown on purpose', () => {
    const { threw, calls } = seeing(
      () => {
        throw new own.RangeError('f: no rows');
      },
      ({ f }) => f(),
    );
    expect(threw).toEqual({
      name: 'RangeError',
      message: 'f: no rows',
      onPurpose: true,
      todo: false,
      line: 7,
      column: 3,
      missing: undefined,
    });
    expect(calls[0].threw).toMatchObject({ message: 'f: no rows' });
  });

  it('of a subclass, of a call without new and of a bare value count as on purpose too', () => {
    class NoRows extends own.Error {}
    const thrown = [() => new NoRows('x'), () => own.Error('x'), () => 'x', () => null];
    for (const make of thrown) {
      const { threw } = seeing(
        () => {
          throw make();
        },
        ({ f }) => f(),
      );
      expect(threw).toMatchObject({ onPurpose: true, todo: false });
    }
  });

  it('of the engine was not', () => {
    const { threw } = seeing(
      (X: { rows: number[] }) => X.rows.length,
      ({ f }) => f({}),
    );
    expect(threw).toMatchObject({ name: 'TypeError', onPurpose: false, todo: false });
  });

  it('of an overflowing stack was not', () => {
    const dive = (n: number): number => dive(n + 1) + 1;
    const { threw } = seeing(dive, ({ f }) => f(0));
    expect(threw).toMatchObject({ name: 'RangeError', onPurpose: false });
  });

  it('of an untouched starter is neither', () => {
    const { threw } = seeing(
      () => {
        throw own.Error('TODO: f');
      },
      ({ f }) => f(),
    );
    expect(threw).toMatchObject({ todo: true, onPurpose: false, message: 'TODO: f' });
  });

  it('names an export that is not there', () => {
    const { threw } = seeing(
      () => 1,
      module => (module as unknown as { fit(): void }).fit(),
    );
    expect(threw).toMatchObject({ missing: 'fit', onPurpose: false });
  });

  it.each([
    ['a symbol', Symbol('x')],
    ['undefined', undefined],
    ['a revoked proxy', revoked],
    ['a proxy that throws', new Proxy({}, { get: () => { throw new Error('trap'); } })], // biome-ignore format: one trap
    ['an object without a prototype', Object.create(null)],
  ])('that is %s can be described', (_, thrown) => {
    const { message } = describeError(thrown, () => undefined);
    expect(typeof message).toBe('string');
  });

  it('with a message without end is cut', () => {
    const { message } = describeError(new Error('x'.repeat(1e6)), () => undefined);
    expect(message).toHaveLength(2000);
  });
});

describe('experiments', () => {
  it('run in order, and only those that are asked for', () => {
    const three = grader<Module, (draw: Draw) => null>({
      bench: () => null,
      checks: ({ agrees }) => [1, 2, 3].map(i => agrees(`${i}`, ({ f }) => f(i))),
      mutants: [],
    }) as unknown as Grader;
    const order: number[] = [];
    const module = { f: (i: number) => i };
    observer(three, 1, surroundings)(module, index => order.push(index));
    observer(three, 1, surroundings)(module, index => order.push(index), [2, 0]);
    expect(order).toEqual([0, 1, 2, 0, 2]);
  });

  it('draw the same bench for the same seed', () => {
    const noisy = grader<Module, (draw: Draw) => number[]>({
      bench: draw => draw.times(3, () => draw.normal()),
      checks: ({ agrees }) => [agrees('one', ({ f }, bench) => f(bench))],
      mutants: [],
    }) as unknown as Grader;
    const seen: unknown[] = [];
    for (const seed of [1, 1, 2]) {
      observer(
        noisy,
        seed,
        surroundings,
      )({ f: (x: number[]) => x }, (_, packed) => seen.push(readObservation(packed).value));
    }
    expect(seen[0]).toEqual(seen[1]);
    expect(seen[0]).not.toEqual(seen[2]);
  });
});
