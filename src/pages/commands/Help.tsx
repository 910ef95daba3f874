import { useNarrow } from '../../editor/use-narrow';
import { Choices, Dialog } from '../../parts/Dialog';
import { applySettings, useSettings } from '../../settings/settings';

/** How code is written without seeing the screen, or without a mouse. */
export function Help({ onClose }: { onClose: () => void }) {
  const { plainEditor, keys } = useSettings();
  const plain = useNarrow() || plainEditor;
  return (
    <Dialog title="Writing code with a screen reader" onClose={onClose}>
      {plain ? (
        <p>
          Code is written in a plain text field. Tab indents; press Escape, then Tab, to leave it.
          Lines with a mistake are listed with the results.
        </p>
      ) : (
        <>
          <p>
            Code is written in an editor of its own kind.
            {keys === 'usual' && ' Tab indents; Ctrl M lets Tab leave it.'} F8 goes to the next
            problem and reads it out.
          </p>
          <p>
            If your screen reader does not get on with it, use the plain text field: the same text,
            without colours and completions.
          </p>
        </>
      )}
      <p>
        F6 goes to the next part of the page. Results are announced when a run is over; each check
        says whether it passed.
      </p>
      <Choices>
        {!plain && (
          <button type="button" onClick={() => applySettings({ plainEditor: true })}>
            Use the plain text field
          </button>
        )}
        <button type="button" className="primary" onClick={onClose}>
          Done
        </button>
      </Choices>
    </Dialog>
  );
}
