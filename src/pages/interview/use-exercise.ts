import { useEffect, useState } from 'react';
import { type Exercise, loadExercise } from '../../catalog/exercise';

/** @returns an exercise: undefined until it is there, null where this version does not have it. */
export function useExercise(slug: string | undefined): Exercise | null | undefined {
  const [found, setFound] = useState<{ slug: string; exercise: Exercise | null }>();
  useEffect(() => {
    if (slug === undefined) return;
    let left = false;
    loadExercise(slug).then(
      exercise => left || setFound({ slug, exercise }),
      // The page's guard says that it did not come.
      () => {},
    );
    return () => {
      left = true;
    };
  }, [slug]);
  return found && found.slug === slug ? found.exercise : undefined;
}
