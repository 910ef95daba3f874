import { describe, expect, it } from 'vitest';
import { copy, LIMITS, pack, unpack } from '../../graders/pack';
import { Strange, type Value } from '../../graders/value';

const across = (value: unknown): Value => unpack(pack(value));
const strange = (value: unknown): string | undefined => {
  const read = across(value);
  return read instanceof Strange ? read.what : undefined;
};

describe('what crosses unchanged', () => {
  it.each([
    ['NaN', Number.NaN],
    ['infinities', [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]],
    ['an empty array', []],
    ['an empty object', {}],
    ['rows of unlike length', [[1], [2, 3], []]],
    ['empty rows', [[], []]],
    ['null beside undefined', [null, undefined]],
    ['text that looks like a token', ['n', 'v', '"u"', '["m",9,9]']],
    ['a tree', { feature: 0, threshold: 0.5, left: { label: 1 }, right: { label: -1 } }],
    ['booleans', [true, false]],
    ['a cube', [[[1, 2]], [[3, 4]]]],
  ])('carries %s', (_, value) => {
    expect(across(value)).toEqual(value);
  });

  it('keeps the sign of zero', () => {
    expect(Object.is((across([0, -0]) as number[])[1], -0)).toBe(true);
    expect(Object.is(across(-0), -0)).toBe(true);
  });

  it('puts all numbers in one flat array in reading order', () => {
    const { shape, numbers } = pack({ X: [[1, 2], [3, 4]], y: [5], loss: 6 }); // biome-ignore format: a matrix in two rows
    expect([...numbers]).toEqual([1, 2, 3, 4, 5, 6]);
    expect(shape).toBe('["o",["X","y","loss"],["m",2,2],["v",1],"n"]');
  });

  it('grows its flat array beyond the first room', () => {
    const long = Array.from({ length: 1000 }, (_, i) => i / 3);
    expect(across({ long, one: 1 })).toEqual({ long, one: 1 });
  });

  it('reads typed arrays as arrays of numbers, also as rows', () => {
    expect(across(Float64Array.of(1, Number.NaN))).toEqual([1, Number.NaN]);
    expect(across([Float32Array.of(0.5), Float32Array.of(2)])).toEqual([[0.5], [2]]);
    expect(across(Uint8Array.of(255))).toEqual([255]);
  });

  it('reads a hole as undefined', () => {
    const holed = [1];
    holed[2] = 3;
    expect(across(holed)).toEqual([1, undefined, 3]);
  });

  it('reads the own fields of a class instance', () => {
    class Leaf {
      label = 3;
      guess() {}
    }
    expect(across(new Leaf())).toEqual({ label: 3 });
  });

  it('never pollutes a prototype', () => {
    const read = across(JSON.parse('{"__proto__": {"polluted": 1}}'));
    expect(Object.getPrototypeOf(read)).toBeNull();
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });

  it('reads one array in two places twice', () => {
    const row = [1, 2];
    expect(across([row, row])).toEqual([[1, 2], [1, 2]]); // biome-ignore format: a matrix
  });
});

describe('what cannot be data', () => {
  const cyclic: unknown[] = [];
  cyclic.push(cyclic);
  const throwing = {
    get x() {
      throw new Error('no');
    },
  };
  const { proxy, revoke } = Proxy.revocable({}, {});
  revoke();

  it.each([
    ['a function', () => {}, 'a function'],
    ['a symbol', Symbol('x'), 'a symbol'],
    ['a BigInt', 1n, 'a BigInt'],
    ['a Promise', Promise.resolve(1), 'a Promise'],
    // biome-ignore lint/suspicious/noThenProperty: a thenable is what is tested
    ['a thenable', { then: () => {} }, 'a Promise'],
    ['a Map', new Map(), 'a Map'],
    ['an Error', new Error('x'), 'an Error'],
    ['a DataView', new DataView(new ArrayBuffer(8)), 'a DataView'],
    ['a getter that throws', throwing, 'an object that throws when it is read'],
    ['a revoked proxy', proxy, 'an object that throws when it is read'],
    ['a sparse giant', new Array(4e9), 'an array of 4000000000 entries'],
  ])('names %s', (_, value, what) => {
    expect(strange(value)).toBe(what);
  });

  it('names a cycle at the place where it closes', () => {
    expect(across(cyclic)).toEqual([new Strange('an object that contains itself')]);
  });

  it('keeps the rest of a value when one part throws', () => {
    expect(across([1, [2, throwing, 3], 4])).toEqual([
      1,
      [2, new Strange('an object that throws when it is read'), 3],
      4,
    ]);
  });

  it('drops the numbers of a part that throws half-way', () => {
    const half = {
      a: [1, 2, 3],
      get b() {
        throw new Error('half-way');
      },
    };
    expect(across({ half, after: 7 })).toEqual({
      half: new Strange('an object that throws when it is read'),
      after: 7,
    });
  });

  it('stops at 64 levels', () => {
    let deep: unknown = 1;
    for (let i = 0; i < 1e5; i += 1) deep = [deep];
    expect(JSON.stringify(across(deep))).toContain('nested more than 64 deep');
  });

  it('stops at two million parts and keeps its neighbours', () => {
    const row = Array.from({ length: 1000 }, () => 'x');
    const large = Array.from({ length: 3000 }, () => row);
    expect(LIMITS.nodes).toBeLessThan(3_000_000);
    const read = across({ small: 1, large, after: 2 }) as { [field: string]: Value };
    expect(read.small).toBe(1);
    expect(read.large).toEqual(new Strange('a value of too many parts'));
    expect(read.after).toBe(2);
  });

  it('cuts long text', () => {
    expect((across('x'.repeat(LIMITS.text + 5)) as string).length).toBe(LIMITS.text);
  });
});

describe('what is not believed', () => {
  const numbers = Float64Array.of(1, 2, 3);
  it.each([
    ['too few numbers', '["v",4]'],
    ['numbers left over', '["v",2]'],
    ['a negative length', '["v",-1]'],
    ['a fraction', '["v",1.5]'],
    ['a matrix without end', '["m",1e99,0]'],
    ['a length that is text', '["v","3"]'],
    ['an unknown token', '["z",3]'],
    ['text as a structure', '"w"'],
    ['fields without values', '["o",["a","b"],["v",3]]'],
    ['a field that is no text', '["o",[1],["v",3]]'],
    ['nothing', 'null'],
  ])('refuses %s', (_, shape) => {
    expect(() => unpack({ shape, numbers })).toThrow(RangeError);
  });

  it('refuses a structure deeper than any that pack writes', () => {
    const shape = `${'["l",'.repeat(500)}"u"${']'.repeat(500)}`;
    expect(() => unpack({ shape, numbers: new Float64Array() })).toThrow(RangeError);
  });

  it('is not touched by what was planted on prototypes', () => {
    const planted = Array.prototype as unknown as Record<string, unknown>;
    planted.toJSON = () => 'forged';
    try {
      expect(across([[1, 2], ['a']])).toEqual([[1, 2], ['a']]);
    } finally {
      delete planted.toJSON;
    }
  });
});

describe('copy', () => {
  it('shares no array with the original', () => {
    const original = { X: [[1], [2]], t: Float64Array.of(1), s: 'x' };
    const made = copy(original);
    expect(made).toEqual(original);
    expect(made.X).not.toBe(original.X);
    expect(made.X[0]).not.toBe(original.X[0]);
    expect(made.t).not.toBe(original.t);
  });

  it('keeps one array in two places one array', () => {
    const row = [1];
    const made = copy([row, row]);
    expect(made[0]).toBe(made[1]);
  });

  it('ends on a tree whose nodes know their parent', () => {
    interface Node {
      parent?: Node;
      children: Node[];
    }
    const root: Node = { children: [] };
    for (let i = 0; i < 50; i += 1) root.children.push({ parent: root, children: [] });
    const made = copy(root);
    expect(made.children[7].parent).toBe(made);
  });

  it('passes functions and class instances as they are', () => {
    const f = () => 1;
    const date = new Date(0);
    expect(copy([f, date])).toEqual([f, date]);
    expect(copy([f, date])[1]).toBe(date);
  });

  it('puts something else in the place of each function where asked', () => {
    const f = () => 1;
    const g = () => 2;
    const label = (part: unknown) => (part === f ? 'f' : 'another');
    expect(copy([f, [1, 2], { g, list: [null, f] }], label)).toEqual([
      'f',
      [1, 2],
      { g: 'another', list: [null, 'f'] },
    ]);
  });
});
