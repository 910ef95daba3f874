import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Cell, End } from '../../cli/cell';
import { HEAP, PATIENCE } from '../../cli/limits';
import { encode } from '../../cli/runtime/record';
import { type Witnessed, witness } from '../../cli/witness';
import { pack } from '../../graders/pack';
import { BUDGET, DEADLINE } from '../../graders/time';

// Turns of the event loop are real ones, and take no time.
beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] }));
afterEach(() => void vi.useRealTimers());

/** How long a turn of the fake machine takes, and by how much the kernel's clock ticks, in ms. */
const TURN = 100;
const TICK = 10;
const SEEN = { calls: [], value: 1 };
const LATE = { stopped: 'timed-out', seconds: DEADLINE / 1000 };
const SPENT = { stopped: 'timed-out', seconds: BUDGET / 1000 };
const MEMORY = `more memory than it may have (${HEAP} MB`;

/** A child on a machine that gives it a share of a core, or whose system tells of no shares. */
function child({ share, tells = true }: { share: number; tells?: boolean }) {
  const begun = performance.now();
  const booting = 130;
  let computed = 0;
  let onLine: (line: string) => void = () => {};
  let onEnd: (end: End) => void = () => {};
  let how: End = 'exit';
  let ended = false;
  let witnessed: Witnessed | undefined;

  /** As in life, the end is told in a later turn than the one that kills. */
  const end = () => {
    if (ended) return;
    ended = true;
    queueMicrotask(() => onEnd(how));
  };
  const cell: Cell = {
    give: () => onLine('begin'),
    listen: (line, ending) => {
      onLine = line;
      onEnd = ending;
    },
    effort: () => (tells ? booting + Math.floor(computed / TICK) * TICK : undefined),
    kill: end,
  };
  const pass = async (ms: number, computes: boolean) => {
    for (let passed = 0; passed < ms && !witnessed; passed += TURN) {
      if (computes) computed += TURN * share;
      vi.advanceTimersByTime(TURN);
      for (let i = 0; i < 3; i += 1) await new Promise(setImmediate);
    }
  };
  let observed = 0;

  return {
    cell,
    witnesses: (experiments: number) =>
      void witness(cell, experiments, { js: '' }).then(result => {
        witnessed = result;
      }),
    say: (line: string) => ended || onLine(line),
    observes() {
      if (!ended) onLine(`observed ${observed} ${encode(pack(SEEN))}`);
      observed += 1;
    },
    /** Computes for so long by its own time, or waits by the clock on the wall. */
    computes: (ms: number) => pass(ms / share, true),
    waits: (ms: number) => pass(ms, false),
    /** It is out of memory, which ends it now, or which only its end will tell. */
    isFull(now = true) {
      how = 'memory';
      if (now) end();
    },
    get witnessed() {
      return witnessed;
    },
    get computed() {
      return computed;
    },
    get elapsed() {
      return performance.now() - begun;
    },
  };
}

describe('the time of a child', () => {
  it.each([1, 0.5, 0.1, 0.05, 0.02])(
    'ends a loop after two seconds of its own, however busy the machine (%d of a core)',
    async share => {
      const loop = child({ share });
      loop.witnesses(3);
      loop.say('loaded');
      await loop.computes(TURN * share);
      loop.observes();
      await loop.computes(BUDGET);
      expect(loop.witnessed?.run.witnesses).toEqual([SEEN, LATE, 'not-run']);
      expect(loop.witnessed?.alive).toBe(false);
      expect(loop.computed).toBeGreaterThanOrEqual(DEADLINE / 2);
    },
  );

  it('is longer than the ten seconds for a starved one, in one call or in all', async () => {
    const slow = child({ share: 0.05 });
    slow.witnesses(5);
    slow.say('loaded');
    for (let i = 0; i < 5; i += 1) {
      await slow.computes(900);
      slow.observes();
    }
    slow.say('done');
    await slow.waits(TURN);
    expect(slow.elapsed).toBeGreaterThan(5 * BUDGET);
    expect(slow.witnessed).toMatchObject({ alive: true, run: { witnesses: Array(5).fill(SEEN) } });
  });

  it.each([
    ['only waits', true],
    ['does not tell what it computes', false],
  ])('is ten seconds for one that %s, whatever it observes', async (_, tells) => {
    const idle = child({ share: 0.2, tells });
    idle.witnesses(20);
    idle.say('loaded');
    for (let i = 0; i < 20; i += 1) {
      await (tells ? idle.waits(900) : idle.computes(900 * 0.2));
      idle.observes();
    }
    expect(idle.elapsed).toBe(BUDGET);
    expect(idle.witnessed?.run.witnesses).toEqual([
      ...Array(11).fill(SEEN),
      SPENT,
      ...Array(8).fill('not-run'),
    ]);
  });

  it('is over half a second after a starved one has begun to wait', async () => {
    const slow = child({ share: 0.1 });
    slow.witnesses(40);
    slow.say('loaded');
    for (let i = 0; i < 12; i += 1) {
      await slow.computes(100);
      slow.observes();
    }
    for (let i = 0; i < 4; i += 1) {
      await slow.waits(900);
      slow.observes();
    }
    expect(slow.elapsed).toBeLessThanOrEqual(12_000 + 2 * PATIENCE);
    expect(slow.witnessed?.run.witnesses).toContainEqual(SPENT);
  });

  it.each([1, 0.5, 0.25, 0.02])(
    'ends for one that observes without end (%d of a core)',
    async share => {
      const busy = child({ share });
      busy.witnesses(1e4);
      busy.say('loaded');
      for (let i = 0; i < 1e4 && !busy.witnessed; i += 1) {
        await busy.waits(TURN);
        await busy.computes(TURN * share);
        busy.observes();
      }
      expect(busy.witnessed?.run.witnesses).toContainEqual(SPENT);
      // It computes in every other turn.
      expect(busy.elapsed).toBeLessThanOrEqual(Math.max(BUDGET, BUDGET / share) + PATIENCE);
    },
  );

  it('counts a record that has arrived when the time is over', async () => {
    const late = child({ share: 1 });
    late.witnesses(1);
    late.say('loaded');
    setTimeout(() => setImmediate(late.observes), DEADLINE);
    await late.computes(DEADLINE);
    late.say('done');
    await late.waits(TURN);
    expect(late.witnessed).toMatchObject({ alive: true, run: { witnesses: [SEEN] } });
  });
});

describe('a child that ran out of memory', () => {
  it.each([1, 0.2, 0.05])('says so, however busy the machine (%d of a core)', async share => {
    const hoard = child({ share });
    hoard.witnesses(2);
    await hoard.computes(800);
    hoard.isFull();
    await hoard.waits(TURN);
    expect(hoard.witnessed?.run.atLoad?.message).toContain(MEMORY);
    expect(hoard.witnessed?.run.loadTimedOut).toBeUndefined();
  });

  it('says so where the time was over before its end was told', async () => {
    const hoard = child({ share: 1 });
    hoard.witnesses(3);
    hoard.say('loaded');
    hoard.observes();
    hoard.isFull(false);
    await hoard.computes(BUDGET);
    expect(hoard.elapsed).toBe(DEADLINE);
    const { witnesses } = (hoard.witnessed as Witnessed).run;
    expect(witnesses[1]).toMatchObject({ threw: { message: expect.stringContaining(MEMORY) } });
    expect(witnesses[2]).toBe('not-run');
  });
});
