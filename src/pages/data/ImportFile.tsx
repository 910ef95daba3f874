import { useRef, useState } from 'react';
import type { Mode } from '../../progress/transfer/combine';
import type { Contents } from '../../progress/transfer/contents';
import { ImportRefused, readExport, refuseLarge } from '../../progress/transfer/file';
import styles from './DataPage.module.css';
import { holdings } from './holdings';
import { ImportPreview } from './ImportPreview';

/** Where an import stands. */
type Step =
  | { readonly state: 'idle' | 'busy' | 'imported' | 'undone' }
  | { readonly state: 'refused'; readonly say: string }
  | {
      readonly state: 'read';
      readonly name: string;
      readonly incoming: Contents;
      readonly present: Contents;
    };

/** Reads a file, shows what it would change, and changes that; until the page is left it can be undone. */
export function ImportFile({ onChanged }: { onChanged: () => void }) {
  const [step, setStep] = useState<Step>({ state: 'idle' });
  const input = useRef<HTMLInputElement>(null);

  /** Does a piece of work, and says why where it cannot be done. */
  async function attempt(work: () => Promise<Step>) {
    setStep({ state: 'busy' });
    setStep(await work().catch(error => ({ state: 'refused' as const, say: whyNot(error) })));
  }

  const read = (file: File) =>
    attempt(async () => {
      refuseLarge(file.size);
      const incoming = readExport(await file.text(), Date.now());
      const present = await (await holdings()).readAll();
      return { state: 'read', name: file.name, incoming, present };
    });

  const accept = (incoming: Contents, mode: Mode) =>
    attempt(async () => {
      await (await holdings()).bringIn(incoming, mode);
      onChanged();
      return { state: 'imported' };
    });

  const undo = () =>
    attempt(async () => {
      const { beforeImport, putBack } = await holdings();
      const snapshot = await beforeImport();
      if (snapshot) await putBack(snapshot);
      onChanged();
      return { state: 'undone' };
    });

  return (
    <section aria-labelledby="import">
      <h2 id="import">Import a file</h2>
      <p>
        A file that was exported here or in another browser. You see what it changes before anything
        is changed.
      </p>
      <input
        ref={input}
        type="file"
        accept=".json,application/json"
        aria-label="File to import"
        hidden
        onChange={({ currentTarget }) => {
          const [file] = currentTarget.files ?? [];
          if (file) void read(file);
          // The same file can be chosen again.
          currentTarget.value = '';
        }}
      />
      {step.state === 'read' ? (
        <ImportPreview
          {...step}
          onCancel={() => setStep({ state: 'idle' })}
          onAccept={mode => void accept(step.incoming, mode)}
        />
      ) : (
        <button
          type="button"
          disabled={step.state === 'busy'}
          onClick={() => input.current?.click()}
        >
          Choose a file …
        </button>
      )}
      <div role="status">
        {step.state === 'imported' && (
          <p className={styles.notice}>
            Imported.{' '}
            <button type="button" className="link" onClick={() => void undo()}>
              Undo the import
            </button>
          </p>
        )}
        {step.state === 'undone' && (
          <p className={styles.notice}>Everything is as it was before the import.</p>
        )}
      </div>
      {step.state === 'refused' && (
        <p role="alert" className={styles.warning}>
          {step.say} Nothing was changed.
        </p>
      )}
    </section>
  );
}

function whyNot(error: unknown): string {
  if (error instanceof ImportRefused) return error.message;
  const name = error instanceof DOMException ? error.name : '';
  if (name === 'QuotaExceededError') {
    return 'There is not enough disk space for what the file holds. Free some, then import again.';
  }
  if (name === 'NotReadableError' || name === 'NotFoundError') {
    return 'The file could not be read from the disk. Copy it to this machine, then choose it again.';
  }
  return 'This browser did not store what the file holds. Allow it to store data for this site, then import again.';
}
