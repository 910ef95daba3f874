import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { watch } from '../../src/sandbox/watch';

/** How long the machine has slept: the clock went on and no timer fired. In ms. */
let slept = 0;

beforeEach(() => {
  slept = 0;
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
  const awake = performance.now.bind(performance);
  vi.spyOn(performance, 'now').mockImplementation(() => awake() + slept);
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
});

/** A frame that answers at once, unless it is told not to. */
function watched() {
  const frame = { answers: true, pings: 0 };
  const onTimeout = vi.fn();
  const onCrash = vi.fn();
  const clock = watch({
    deadline: 2000,
    budget: 10_000,
    ping: () => {
      frame.pings += 1;
      return frame.answers ? Promise.resolve() : new Promise(() => {});
    },
    onTimeout,
    onCrash,
  });
  return { frame, onTimeout, onCrash, clock };
}

describe('a watch', () => {
  it('ends a step that is longer than the deadline, once', async () => {
    const { onTimeout, onCrash } = watched();
    await vi.advanceTimersByTimeAsync(1990);
    expect(onTimeout).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(5000);
    expect(onTimeout.mock.calls).toEqual([[2]]);
    expect(onCrash).not.toHaveBeenCalled();
  });

  it('gives every step its whole time', async () => {
    const { onTimeout, clock } = watched();
    for (let step = 0; step < 5; step += 1) {
      await vi.advanceTimersByTimeAsync(1900);
      clock.progress();
    }
    expect(onTimeout).not.toHaveBeenCalled();
  });

  it('ends a run that is longer than its budget, and tells the time of the run', async () => {
    const { onTimeout, clock } = watched();
    for (let step = 0; step < 6; step += 1) {
      await vi.advanceTimersByTimeAsync(1900);
      clock.progress();
    }
    expect(onTimeout.mock.calls).toEqual([[10]]);
  });

  it('tells a frame that stopped answering from a step that takes long', async () => {
    const { frame, onTimeout, onCrash } = watched();
    frame.answers = false;
    await vi.advanceTimersByTimeAsync(5000);
    expect(onCrash).toHaveBeenCalledTimes(1);
    expect(onTimeout).not.toHaveBeenCalled();
  });

  it('asks no more once it has ended', async () => {
    const { frame, clock, onTimeout } = watched();
    clock.end();
    await vi.advanceTimersByTimeAsync(20_000);
    expect(frame.pings).toBe(0);
    expect(onTimeout).not.toHaveBeenCalled();
  });

  it('does not count the time that the machine slept', async () => {
    const { onTimeout, onCrash } = watched();
    await vi.advanceTimersByTimeAsync(600);
    slept = 60_000;
    await vi.advanceTimersByTimeAsync(1300);
    expect(onTimeout).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(700);
    expect(onTimeout).toHaveBeenCalledTimes(1);
    expect(onCrash).not.toHaveBeenCalled();
  });
});
