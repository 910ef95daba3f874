import { useEffect, useState } from 'react';
import styles from './LicencesPage.module.css';

/** A package of which something ends in the site; the build writes the list of them. */
interface Licence {
  readonly name: string;
  readonly version: string;
  /** In a word, as the package names it. */
  readonly licence: string;
  readonly text: string;
}

/** What Scratchwork is made of, and under which licences. */
export function LicencesPage() {
  const [list, setList] = useState<readonly Licence[] | null | undefined>();
  useEffect(() => {
    document.title = 'Licences · Scratchwork';
    fetchLicences().then(setList, () => setList(null));
    return () => {
      document.title = 'Scratchwork';
    };
  }, []);

  return (
    <main className={styles.page}>
      <h1>Licences</h1>
      <p>
        Scratchwork stands on the work of others. These are the packages of which something is in
        this site, with the texts of their licences.
      </p>
      {list === null && (
        <p role="alert">
          The list is not on this machine, and the server does not answer. Connect to the network,
          then reload.
        </p>
      )}
      {list && (
        <ul className={styles.list} aria-label="Packages">
          {list.map(({ name, version, licence, text }) => (
            <li key={name + version}>
              <details>
                <summary>
                  <span className={styles.name}>{name}</span>
                  <span>{version}</span>
                  <span className={styles.kind}>{licence}</span>
                </summary>
                {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a long text is scrolled with the keyboard, too */}
                <pre tabIndex={0}>{text}</pre>
              </details>
            </li>
          ))}
        </ul>
      )}
    </main>
  );
}

async function fetchLicences(): Promise<Licence[]> {
  const response = await fetch(`${import.meta.env.BASE_URL}licences.json`);
  if (!response.ok) throw new Error(`licences.json: ${response.status}`);
  return response.json();
}
