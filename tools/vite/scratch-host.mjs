/**
 * What a solution finds in its sandbox beside the language itself, as a TypeScript library: no DOM,
 * no network, no timers. The editor's type checker knows these names and no others.
 */
export const scratchHost = `/// A console whose lines are shown under the editor.
declare const console: {
  /** Shows values under the editor. */
  log(...values: unknown[]): void;
  info(...values: unknown[]): void;
  warn(...values: unknown[]): void;
  error(...values: unknown[]): void;
  debug(...values: unknown[]): void;
};
declare const performance: {
  /** Milliseconds since the sandbox was opened. */
  now(): number;
};
/** A deep copy of plain data. */
declare function structuredClone<T>(value: T): T;
declare function queueMicrotask(callback: () => void): void;
`;
