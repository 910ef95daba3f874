import { useEffect, useState } from 'react';
import { Link } from 'wouter';
import { Bar } from '../parts/Bar';
import { fallenRuns } from '../progress/runs';

interface Fallen {
  readonly slug: string;
  readonly title: string;
  readonly at: number;
}

/** Tells once of a run whose page did not live to see its end. Nothing is run again. */
export function FallenRun() {
  const [fallen, setFallen] = useState<Fallen | null>(null);
  useEffect(() => {
    lastFallen().then(setFallen, () => {});
  }, []);

  if (!fallen) return null;
  const time = new Date(fallen.at).toLocaleTimeString([], { hour: '2-digit', minute: '2-digit' });
  return (
    <Bar label="The last run" corner="left">
      <p>
        Your last run of <Link href={`/exercises/${fallen.slug}`}>{fallen.title}</Link>, at {time},
        took the page down with it. Your code and its history are all here; nothing runs until you
        press Run. Look for a list or a text that grows without end.
      </p>
      <button type="button" onClick={() => setFallen(null)}>
        Close
      </button>
    </Bar>
  );
}

async function lastFallen(): Promise<Fallen | null> {
  const last = (await fallenRuns()).at(-1);
  if (!last) return null;
  const { catalogue } = await import('../catalog/catalogue');
  const title = catalogue.find(({ slug }) => slug === last.slug)?.meta.title ?? last.slug;
  return { slug: last.slug, at: last.at, title };
}
