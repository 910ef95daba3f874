import type { Picture } from '../../graders/picture';
import type { Table } from '../../graders/tries';
import type { Value } from '../../graders/value';
import { boundarySketch } from './boundary';
import { centroidTraceSketch } from './centroid-trace';
import { curveSketch } from './curve';
import { descentSketch } from './descent';
import { fittedLinesSketch } from './fitted-lines';
import { heatmapSketch } from './heatmap';
import { pathSketch } from './path';
import { scatterSketch } from './scatter';
import { thresholdsSketch } from './thresholds';
import { treeSketch } from './tree';

/** A picture that can be drawn at any width, and the same in words and numbers. */
export interface Sketch {
  draw(width: number, view: View): Drawing;
  readonly words: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** Set where it can be gone through step by step. */
  readonly steps?: Steps;
  /** What it tells of one row of the data, where it can. */
  readonly ofRow?: (row: number) => string;
  /** Set where the axes are those of the data, so that its rows can be chosen and moved in it. */
  readonly pad?: Pad;
}

/** An SVG; where it is one of Plot's, it tells its scales. */
export type Drawing = (SVGSVGElement | HTMLElement) & {
  scale?: (name: 'x' | 'y') => Axis | undefined;
};

/** Between the numbers of an axis and pixels. */
interface Axis {
  readonly apply: (value: number) => number;
  readonly invert?: (pixel: number) => number;
  readonly range?: Iterable<number>;
}

/** What of a sketch is looked at. */
export interface View {
  /** From 0 to the last step; the last shows everything. */
  readonly step: number;
  /** A row of the data that is chosen. */
  readonly row: number | null;
}

/** What there is to go through. */
export interface Steps {
  /** The number of the last one; the first is 0. */
  readonly last: number;
  /** What stands there at a step, in words. */
  say(step: number): string;
}

/** Where each row of the data stands on the axes. */
export interface Pad {
  readonly places: readonly { readonly x: number; readonly y: number }[];
  /** Set where a row stands at a whole number upwards, its class. */
  readonly lanes?: true;
}

/** What a sketch may know besides the values: all of it is ours. */
export interface Scene {
  /** The bench that the experiment ran on. */
  readonly bench: unknown;
  /** The rows that it ran on, where the exercise says which. */
  readonly table: Table | null;
}

/**
 * Makes the picture of a value that a learner's code gave.
 * @returns null where the value has not the form that the picture needs
 */
export function sketchOf(
  picture: Picture,
  own: Value,
  wanted: Value,
  { bench, table }: Scene = { bench: undefined, table: null },
): Sketch | null {
  try {
    switch (picture.kind) {
      case 'curve':
        return curveSketch(picture.label, own, wanted);
      case 'boundary':
        return boundarySketch(own, wanted);
      case 'centroid-trace':
        return centroidTraceSketch(own, wanted);
      case 'fitted-lines':
        return fittedLinesSketch(own, wanted);
      case 'tree':
        return treeSketch(own, wanted, table);
      case 'heatmap':
        return heatmapSketch(picture, own, wanted);
      case 'path':
        return pathSketch(picture, own, wanted);
      case 'scatter':
        return scatterSketch(picture, own, wanted);
      case 'thresholds':
        return thresholdsSketch(own, wanted);
      case 'descent':
        return descentSketch(picture, picture.landscape(bench as never), own, wanted);
    }
  } catch {
    return null;
  }
}
