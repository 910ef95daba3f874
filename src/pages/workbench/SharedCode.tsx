import { useEffect, useState } from 'react';
import { Choices, Dialog } from '../../parts/Dialog';
import { Listing } from '../../parts/Listing';
import { LinkRefused, readLink } from '../../progress/transfer/link';
import styles from './Sharing.module.css';

/** What stood in the address: a text, or why there is none. */
type Shared = { readonly text: string } | { readonly say: string };

/**
 * Shows the code that the address of the page carries, and takes it out of the address. Nothing is
 * run, and the draft stays as it is unless the learner puts the code in its place.
 */
export function SharedCode({ own, onTake }: { own: string; onTake: (text: string) => void }) {
  const [shared, setShared] = useState<Shared | null>(null);

  useEffect(() => {
    const look = () => {
      const { hash, pathname, search } = location;
      if (!hash.startsWith('#code=')) return;
      history.replaceState(history.state, '', pathname + search);
      readLink(hash).then(
        text => setShared({ text: text ?? '' }),
        error => setShared({ say: whyNot(error) }),
      );
    };
    look();
    addEventListener('hashchange', look);
    return () => removeEventListener('hashchange', look);
  }, []);

  if (!shared) return null;
  const close = () => setShared(null);
  if ('say' in shared) {
    return (
      <Dialog title="This link cannot be opened" onClose={close}>
        <p>{shared.say} Your own draft is as it was.</p>
        <Choices>
          <button type="button" className="primary" onClick={close}>
            Go on
          </button>
        </Choices>
      </Dialog>
    );
  }
  const { text } = shared;
  return (
    <Dialog title="Code from a link" onClose={close}>
      <p>
        Someone put this code into the link that you opened. Nobody can say who wrote it, or whether
        it is right. It has not been run; read it before you run it.
      </p>
      <Listing label="Code from the link" className={styles.listing} text={text} />
      <p className={styles.quiet}>
        {text === own
          ? 'It is the same as your draft.'
          : 'If you put it in place of your draft, your draft goes to the history.'}
      </p>
      <Choices>
        <button type="button" onClick={close}>
          Leave it
        </button>
        {text !== own && (
          <button
            type="button"
            className="primary"
            onClick={() => {
              onTake(text);
              close();
            }}
          >
            Put it in place of my draft
          </button>
        )}
      </Choices>
    </Dialog>
  );
}

function whyNot(error: unknown): string {
  return error instanceof LinkRefused
    ? error.message
    : 'This browser cannot unpack the code in a link. Ask for the code itself.';
}
