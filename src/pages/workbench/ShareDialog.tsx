import { useCallback, useEffect, useRef, useState } from 'react';
import { Choices, Dialog } from '../../parts/Dialog';
import { CUT_BY_CHATS, LinkRefused, linkTo } from '../../progress/transfer/link';
import styles from './Sharing.module.css';

/** Makes a link that carries a text, copies it, and says how long it is. */
export function ShareDialog({ text, onClose }: { text: string; onClose: () => void }) {
  const [link, setLink] = useState<string | null>(null);
  const [say, setSay] = useState('');
  const field = useRef<HTMLTextAreaElement>(null);

  /** A browser may refuse; then the link is there to be copied by hand. */
  const copy = useCallback(async (link: string) => {
    try {
      await navigator.clipboard.writeText(link);
      setSay('Copied.');
    } catch {
      setSay('This browser did not let the page copy. Select the link and copy it by hand.');
      field.current?.select();
    }
  }, []);

  // The text of the moment when it was asked for: one that is typed elsewhere meanwhile is another.
  const [asked] = useState(text);
  useEffect(() => {
    linkTo(location.origin + location.pathname, asked).then(
      link => {
        setLink(link);
        return copy(link);
      },
      error =>
        setSay(
          error instanceof LinkRefused
            ? error.message
            : 'This browser cannot pack a text into a link. Copy the code itself instead.',
        ),
    );
  }, [asked, copy]);

  return (
    <Dialog title="Share your code" onClose={onClose}>
      <p>
        The link holds the code itself, in the part behind the #, which no browser sends to a
        server. Whoever opens it sees this text, and not what you write later.
      </p>
      {link !== null && (
        <>
          <textarea
            ref={field}
            className={styles.link}
            aria-label="Link"
            readOnly
            rows={4}
            value={link}
            onFocus={({ currentTarget }) => currentTarget.select()}
          />
          <p className={styles.quiet}>{link.length.toLocaleString()} characters.</p>
          {link.length > CUT_BY_CHATS && (
            <p className={styles.warning}>
              Some chat tools cut a message after {CUT_BY_CHATS.toLocaleString()} characters, and a
              link that was cut does not open. Send this one by mail, or in a document.
            </p>
          )}
        </>
      )}
      <p role="status">{say}</p>
      <Choices>
        {link !== null && (
          <button type="button" onClick={() => void copy(link)}>
            Copy again
          </button>
        )}
        <button type="button" className="primary" onClick={onClose}>
          Done
        </button>
      </Choices>
    </Dialog>
  );
}
