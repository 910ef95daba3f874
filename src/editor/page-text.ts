import { difference } from './difference';
import { monaco } from './monaco';

/** How the page last gave a model its text, and the model's version after that. */
interface Given {
  readonly by: 'creation' | 'edit';
  readonly version: number;
}

const given = new WeakMap<monaco.editor.ITextModel, Given>();

/** Makes a model with its first text, unless there is one already. */
export function modelOf(uri: monaco.Uri, text: string, language: string): monaco.editor.ITextModel {
  const old = monaco.editor.getModel(uri);
  if (old) return old;
  const model = monaco.editor.createModel(text, language, uri);
  given.set(model, { by: 'creation', version: model.getAlternativeVersionId() });
  return model;
}

/**
 * Gives a model another text as one edit that the learner can undo. Where nothing was typed since
 * the page's last text (a starter that the stored draft replaces a moment later, say), the two count
 * as one, and undo does not stop between them.
 */
export function giveText(model: monaco.editor.ITextModel, text: string): void {
  if (model.getValue() === text) return;
  const last = given.get(model);
  const untouched = last?.version === model.getAlternativeVersionId();
  if (untouched && last.by === 'creation') {
    model.setValue(text);
    given.set(model, { by: 'creation', version: model.getAlternativeVersionId() });
    return;
  }
  if (untouched) void model.undo();
  given.delete(model);
  const before = model.getValue();
  if (before === text) return;
  const { from, to, insert } = difference(before, text);
  const range = monaco.Range.fromPositions(model.getPositionAt(from), model.getPositionAt(to));
  model.pushStackElement();
  model.pushEditOperations([], [{ range, text: insert }], () => null);
  model.pushStackElement();
  given.set(model, { by: 'edit', version: model.getAlternativeVersionId() });
}
