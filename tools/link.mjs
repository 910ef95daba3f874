import { setTimeout as sleep } from 'node:timers/promises';

/** Bytes that take one turn on the wire; small, so that parallel downloads share it evenly. */
const TURN = 4096;
/** A timer that wakes late may catch up by this much, in ms, or the wire would be slower than asked. */
const SLACK = 20;

/**
 * A model of the way between server and browser: one wire of a given rate, shared by all responses,
 * and a delay. A new connection pays two round trips (TCP, TLS), each request one. Slow start, loss
 * and HTTP/2 are not modelled.
 * @param {{ bitsPerSecond?: number, roundTrip?: number }} options none: as fast as the machine
 */
export function link({ bitsPerSecond = Number.POSITIVE_INFINITY, roundTrip = 0 }) {
  const bytesPerMs = bitsPerSecond / 8000;
  const greeted = new WeakSet();
  let free = 0;

  return {
    /** Waits for the request to arrive and its answer to set out. */
    async travel(socket) {
      const trips = greeted.has(socket) ? 1 : 3;
      greeted.add(socket);
      if (roundTrip > 0) await until(performance.now() + trips * roundTrip);
    },
    /** Writes the body at the rate of the wire. */
    async send(response, body) {
      if (bytesPerMs === Number.POSITIVE_INFINITY) return void response.write(body);
      for (let from = 0; from < body.length && !response.destroyed; from += TURN) {
        const turn = body.subarray(from, from + TURN);
        const now = performance.now();
        free = Math.max(free, now - SLACK) + turn.length / bytesPerMs;
        if (free > now + 1) await until(free);
        response.write(turn);
      }
    },
  };
}

/** Waits for a moment of `performance.now()`; never wakes early, as a timer may. */
async function until(moment) {
  for (let left = moment - performance.now(); left > 0; left = moment - performance.now())
    await sleep(left);
}
