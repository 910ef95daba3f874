import TypeScriptWorker from './ts.worker?worker';

let spare: Worker | undefined;

/**
 * Starts the TypeScript worker before Monaco's own code has arrived, so that the two load side by
 * side. On a slow or metered link it does nothing: there the worker would hold Monaco up.
 */
export function prespawn(): void {
  if (!isSlow()) spare ??= new TypeScriptWorker();
}

/** @returns the worker that was started early, or a new one. */
export function takeTypeScriptWorker(): Worker {
  const worker = spare ?? new TypeScriptWorker();
  spare = undefined;
  return worker;
}

/** The network as some browsers describe it; `downlink` is in megabits a second. */
interface Connection {
  readonly saveData?: boolean;
  readonly downlink?: number;
}

function isSlow(): boolean {
  const { connection } = navigator as Navigator & { connection?: Connection };
  return connection?.saveData === true || (connection?.downlink ?? Infinity) < 5;
}
