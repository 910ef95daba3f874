import type { Library } from '../../exercises/meta';
import type { LiveEditor } from './live-editor';

/** Tells the editor the types of what an exercise may import, and of nothing else. */
export async function knowLibraries(
  editor: LiveEditor,
  allows: readonly Library[] = [],
): Promise<void> {
  if (allows.length === 0) return editor.know({});
  const { loadTypes } = await import('../catalog/libraries');
  editor.know(await loadTypes(allows));
}
