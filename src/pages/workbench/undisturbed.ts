/** Keeps a newer version of the site waiting, in all tabs, until a run is over and recorded. */
export function undisturbed<T>(task: () => Promise<T>): Promise<T> {
  return navigator.locks ? navigator.locks.request('run', { mode: 'shared' }, task) : task();
}
