import type { LiveEditor } from './live-editor';
import { prespawn } from './prespawn';

let loading: Promise<LiveEditor> | undefined;
let live: LiveEditor | undefined;

/** Fetches Monaco and makes the one editor, once. After a failure the next call tries again. */
export function loadEditor(): Promise<LiveEditor> {
  prespawn();
  loading ??= import('./live-editor').then(
    ({ createLiveEditor }) => {
      live = createLiveEditor();
      return live;
    },
    (error: unknown) => {
      loading = undefined;
      throw error;
    },
  );
  return loading;
}

/** @returns the editor where it has been loaded already. */
export function loadedEditor(): LiveEditor | undefined {
  return live;
}
