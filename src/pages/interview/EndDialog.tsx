import { useState } from 'react';
import { Choices, Dialog } from '../../parts/Dialog';
import type { Interview } from '../../progress/interview';
import { elapsed, firstAnswer } from '../../progress/interview';
import { clock } from './words';

/** Asks whether to end, and says what is kept. */
export function EndDialog({
  interview,
  judged,
  part,
  onClose,
  onEnd,
}: {
  interview: Interview;
  /** Whether the last run was of the text as it stands. */
  judged: boolean;
  /** It is a part of a mock interview. */
  part: boolean;
  onClose: () => void;
  /** @param judge whether the text is run once more before */
  onEnd: (judge: boolean) => Promise<void>;
}) {
  const [busy, setBusy] = useState(false);
  const [after] = useState(() => elapsed(interview, Date.now()));
  const end = (judge: boolean) => {
    setBusy(true);
    void onEnd(judge);
  };
  return (
    <Dialog title={part ? 'End this part?' : 'End the interview?'} onClose={onClose}>
      <p>
        {clock(after)} of {interview.minutes} minutes have passed.{' '}
        {firstAnswer(interview)
          ? judged
            ? 'The last run was of your text as it stands; it is the verdict.'
            : 'Your text can be judged once more, as it stands.'
          : 'You have not committed to an answer. What stands in the editor can be judged all the same.'}
      </p>
      <p>
        Your text, your questions and the time line are kept, with a report
        {part && ' after the last part'}. Your own draft of the exercise is as it was.
      </p>
      <Choices>
        <button type="button" disabled={busy} onClick={onClose}>
          Go on
        </button>
        {!judged && (
          <button type="button" disabled={busy} onClick={() => end(false)}>
            Leave without a run
          </button>
        )}
        <button type="button" className="primary" disabled={busy} onClick={() => end(!judged)}>
          {busy ? 'Ending …' : judged ? 'End' : 'Judge it and end'}
        </button>
      </Choices>
    </Dialog>
  );
}
