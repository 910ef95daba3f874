import { cpus } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';

const IDLE = 0.8; // of all processors' time
const PATIENCE = 20_000; // ms

/** Waits until the machine has little else to do, or for 20 s: others' work must not be measured. */
export async function whenIdle() {
  const last = performance.now() + PATIENCE;
  while ((await idleShare()) < IDLE && performance.now() < last);
}

/** The share of time in which the processors did nothing, 0 to 1, over the next quarter second. */
async function idleShare() {
  const before = times();
  await sleep(250);
  const after = times();
  return (after.idle - before.idle) / (after.all - before.all);
}

function times() {
  const all = cpus().map(({ times }) => times);
  const sum = pick => all.reduce((total, time) => total + pick(time), 0);
  return {
    idle: sum(time => time.idle),
    all: sum(time => time.user + time.nice + time.sys + time.idle + time.irq),
  };
}
