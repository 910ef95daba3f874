import type { LiveEditor } from './live-editor';
import { prespawn } from './prespawn';

let loading: Promise<LiveEditor> | undefined;
let live: LiveEditor | undefined;

/** Fetches Monaco and makes the one editor, once. After a failure the next call tries again. */
export function loadEditor(): Promise<LiveEditor> {
  prespawn();
  loading ??= evaluateInTurn().then(
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

/**
 * Fetches Monaco's chunks side by side and evaluates each in a task of its own, so that a key pressed
 * meanwhile waits for one of them and not for all.
 */
async function evaluateInTurn(): Promise<typeof import('./live-editor')> {
  const chunks = document.querySelector<HTMLMetaElement>('meta[name="monaco"]')?.content ?? '';
  for (const href of chunks.split(' ').filter(Boolean)) {
    if (document.querySelector(`link[href="${href}"]`)) continue;
    document.head.append(
      Object.assign(document.createElement('link'), { rel: 'modulepreload', href }),
    );
  }
  await import('monaco-editor/base/common/event');
  await nextTask();
  await import('monaco-editor/editor/common/model/textModel');
  await nextTask();
  return import('./live-editor');
}

const nextTask = () => new Promise(resolve => setTimeout(resolve));

/** @returns the editor where it has been loaded already. */
export function loadedEditor(): LiveEditor | undefined {
  return live;
}
