/** What a child process may hold: its heap as V8 counts it, and all of it as the system does, in MB. */
export const HEAP = 256;
export const RESIDENT = 768;
/** What a child may write in all, in characters. */
export const OUTPUT = 64_000_000;
/** How long pairs of mistakes are tried, in ms. */
export const PAIRS = 1_500;
/** How long the transpiler may take over one file, in ms. */
export const READING = 5_000;
/** How much longer a child is given at a time that had less than half of its time to compute, in ms. */
export const PATIENCE = 500;
/** How often a child's memory is looked at, in ms; Linux only. */
export const GLANCE = 50;
/** How often a child whose submission waits finds out whether its grader is still there, in ms. */
export const ORPHAN = 1_000;
