import type { LiveEditor } from './live-editor';
import { prespawn } from './prespawn';

let loading: Promise<LiveEditor> | undefined;
let live: LiveEditor | undefined;

/** Fetches Monaco and makes the one editor, once. After a failure the next call tries again. */
export function loadEditor(): Promise<LiveEditor> {
  prespawn();
  loading ??= evaluateInTurn().then(
    editor => {
      live = editor;
      return editor;
    },
    (error: unknown) => {
      loading = undefined;
      throw error;
    },
  );
  return loading;
}

/**
 * Begins to fetch Monaco's chunks, side by side and behind all that a page needs first. Nothing is
 * evaluated.
 */
export function fetchEditor(): void {
  const chunks = document.querySelector<HTMLMetaElement>('meta[name="monaco"]')?.content ?? '';
  for (const href of chunks.split(' ').filter(Boolean)) {
    if (document.querySelector(`link[href="${href}"]`)) continue;
    const link = Object.assign(document.createElement('link'), { rel: 'modulepreload', href });
    link.fetchPriority = 'low';
    document.head.append(link);
  }
}

/**
 * Evaluates each of Monaco's chunks in a task of its own, and makes the editor in another, so that a
 * key pressed meanwhile waits for one of them and not for all.
 */
async function evaluateInTurn(): Promise<LiveEditor> {
  fetchEditor();
  await import('monaco-editor/base/common/event');
  await nextTask();
  await import('monaco-editor/editor/common/model/textModel');
  await nextTask();
  const { createLiveEditor } = await import('./live-editor');
  await nextTask();
  return createLiveEditor();
}

/** Lets waiting keys and frames go first. */
export const nextTask = (): Promise<void> => new Promise(resolve => setTimeout(resolve));

/** @returns the editor where it has been loaded already. */
export function loadedEditor(): LiveEditor | undefined {
  return live;
}
