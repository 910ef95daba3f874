import type { Cell } from './cell';
import { PATIENCE } from './limits';

/**
 * Gives a child some time. On a busy machine a child that computes may not have had its share of it by
 * then: it is given longer for as long as it goes on computing, until it has computed for half of the
 * time. Nothing runs for ever: whatever is given longer has computed some more, and a child that waits
 * is given nothing.
 * @param ms how long, by the clock on the wall
 * @param onDue called at most once, when the time is over; not within this call
 * @returns what stops the clock
 */
export function startClock(cell: Pick<Cell, 'effort'>, ms: number, onDue: () => void): () => void {
  const before = cell.effort() ?? 0;
  let last = before;
  let stopped = false;

  const look = () => {
    const now = cell.effort() ?? last;
    const starved = now > last && now - before < ms / 2;
    last = now;
    if (starved) timer = setTimeout(look, PATIENCE);
    // Timers go before pipes in a turn of the event loop; a record that has arrived stops the clock.
    else setImmediate(() => setImmediate(() => stopped || onDue()));
  };
  let timer = setTimeout(look, ms);

  return () => {
    stopped = true;
    clearTimeout(timer);
  };
}
