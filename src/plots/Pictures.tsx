import { type ReactNode, useCallback } from 'react';
import type { Run } from '../../graders/grade';
import type { Grader } from '../../graders/grader';
import { wasObserved } from '../../graders/judge';
import type { Picture } from '../../graders/picture';
import type { Value } from '../../graders/value';
import { SketchFigure } from './SketchFigure';

/** The pictures of a learner's own run, the reference beside it where both are curves. */
export function Pictures({
  grader,
  learner,
  reference,
}: {
  grader: Grader;
  learner: Run;
  reference: Run | undefined;
}): ReactNode {
  const first = grader.checks.length;
  return grader.pictures.map((picture, i) => {
    const own = drawnValue(learner, first + i);
    if (own === undefined) return null;
    const wanted = reference && drawnValue(reference, first + i);
    return <PictureView key={picture.title} picture={picture} own={own} wanted={wanted} />;
  });
}

function drawnValue({ witnesses }: Run, i: number): Value {
  const witness = witnesses[i];
  return wasObserved(witness) && !witness.threw ? witness.value : undefined;
}

function PictureView({ picture, own, wanted }: { picture: Picture; own: Value; wanted: Value }) {
  const load = useCallback(
    () => import('./sketch').then(({ sketchOf }) => sketchOf(picture, own, wanted)),
    [picture, own, wanted],
  );
  return <SketchFigure title={picture.title} load={load} />;
}
