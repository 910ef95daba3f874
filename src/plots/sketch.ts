import type { Picture } from '../../graders/picture';
import type { Value } from '../../graders/value';
import { boundarySketch } from './boundary';
import { centroidTraceSketch } from './centroid-trace';
import { curveSketch } from './curve';
import { fittedLinesSketch } from './fitted-lines';
import { heatmapSketch } from './heatmap';
import { pathSketch } from './path';
import { scatterSketch } from './scatter';
import { treeSketch } from './tree';

/** A picture that can be drawn at any width, and the same in words and numbers. */
export interface Sketch {
  draw(width: number): SVGSVGElement | HTMLElement;
  readonly words: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/**
 * Makes the picture of a value that a learner's code gave.
 * @returns null where the value has not the form that the picture needs
 */
export function sketchOf(picture: Picture, own: Value, wanted: Value): Sketch | null {
  try {
    switch (picture.kind) {
      case 'curve':
        return curveSketch(picture.label, own, wanted);
      case 'boundary':
        return boundarySketch(own);
      case 'centroid-trace':
        return centroidTraceSketch(own);
      case 'fitted-lines':
        return fittedLinesSketch(own);
      case 'tree':
        return treeSketch(own);
      case 'heatmap':
        return heatmapSketch(picture, own, wanted);
      case 'path':
        return pathSketch(picture, own, wanted);
      case 'scatter':
        return scatterSketch(picture, own);
    }
  } catch {
    return null;
  }
}
