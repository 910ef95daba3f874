import { useEffect, useMemo, useRef, useState } from 'react';
import type { Kind } from '../../progress/script-copy';
import { openScripts, type ScriptDesk, type Scripts } from '../../progress/script-desk';

/** All stories, or all pitches, kept safe as they are written. */
export type UsedScripts<K extends Kind> = Scripts<K> & Omit<ScriptDesk<K>, 'close'>;

export function useScripts<K extends Kind>(kind: K): UsedScripts<K> {
  const [scripts, setScripts] = useState<Scripts<K>>({
    ...{ all: null, saving: 'saved', notice: null, removed: [], changes: 0 },
  });
  const desk = useRef<ScriptDesk<K> | null>(null);
  useEffect(() => {
    const opened = openScripts(kind, setScripts);
    desk.current = opened;
    return () => opened.close();
  }, [kind]);

  useEffect(() => {
    if (scripts.saving !== 'failed') return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, [scripts.saving]);

  const acts = useMemo<Omit<ScriptDesk<K>, 'close'>>(
    () => ({
      begin: script => desk.current?.begin(script),
      change: (id, work) => desk.current?.change(id, work),
      remove: async id => desk.current?.remove(id),
      putBack: async id => desk.current?.putBack(id),
    }),
    [],
  );
  return { ...scripts, ...acts };
}
