import * as Plot from '@observablehq/plot';
import { printNumber } from '../../graders/print';
import { isRecord, type Value } from '../../graders/value';
import { groupColour, INK } from './ink';
import type { Sketch } from './sketch';

interface Node {
  readonly x: number;
  readonly depth: number;
  readonly text: string;
  readonly leaf: number | null;
  readonly path: string;
  readonly parent: Node | null;
}

/** A decision tree from the root down: questions at the splits, classes at the leaves, "yes" to the left. */
export function treeSketch(own: Value): Sketch | null {
  const nodes: Node[] = [];
  let leaves = 0;

  function visit(value: Value, parent: Node | null, depth: number, path: string): number {
    if (!isRecord(value) || depth > 24) throw new TypeError('treeSketch: not a tree');
    if (value.kind === 'leaf') {
      const x = leaves;
      leaves += 1;
      const counts = Array.isArray(value.counts) ? value.counts.join(' : ') : '';
      nodes.push({
        x,
        depth,
        text: `${value.prediction}\n${counts}`,
        leaf: Number(value.prediction),
        path,
        parent,
      });
      return x;
    }
    const node = {
      x: 0,
      depth,
      text: `x${value.feature} ≤ ${printNumber(Number(Number(value.threshold).toPrecision(4)))}`,
      leaf: null,
      path,
      parent,
    };
    nodes.push(node);
    const left = visit(value.left, node, depth + 1, `${path} yes`);
    const right = visit(value.right, node, depth + 1, `${path} no`);
    node.x = (left + right) / 2;
    return node.x;
  }

  visit(own, null, 0, 'root');
  const deepest = Math.max(...nodes.map(node => node.depth));
  const splits = nodes.filter(node => node.leaf === null);
  const ends = nodes.filter(node => node.leaf !== null);
  return {
    draw: width =>
      Plot.plot({
        color: { type: 'identity' },
        width: Math.max(width, leaves * 44),
        height: 70 + deepest * 62,
        ariaLabel: 'The decision tree',
        margin: 26,
        x: { axis: null, domain: [-0.3, Math.max(leaves - 0.7, 0.3)] },
        y: { axis: null, reverse: true, domain: [0, Math.max(deepest, 1)] },
        marks: [
          Plot.link(
            nodes.filter(node => node.parent),
            {
              x1: n => n.parent?.x,
              y1: n => n.parent?.depth,
              x2: 'x',
              y2: 'depth',
              stroke: INK.line,
            },
          ),
          Plot.text(splits, {
            x: 'x',
            y: 'depth',
            text: 'text',
            fill: INK.text,
            stroke: 'var(--paper)',
            strokeWidth: 6,
            fontSize: 11,
          }),
          Plot.dot(ends, {
            x: 'x',
            y: 'depth',
            r: 15,
            fill: n => groupColour(n.leaf ?? 0),
            fillOpacity: 0.16,
            stroke: n => groupColour(n.leaf ?? 0),
          }),
          Plot.text(ends, {
            x: 'x',
            y: 'depth',
            text: n => n.text.split('\n')[0],
            fill: INK.text,
            fontWeight: 600,
            fontSize: 11,
          }),
          Plot.text(ends, {
            x: 'x',
            y: 'depth',
            text: n => n.text.split('\n')[1],
            dy: 23,
            fill: INK.soft,
            fontSize: 9.5,
          }),
        ],
      }),
    words: `A tree of depth ${deepest} with ${splits.length} splits and ${ends.length} leaves. The left branch is taken where the answer is yes.`,
    head: ['node', 'question or class and counts'],
    rows: nodes.map(node => [
      node.path,
      node.text.replace('\n', '  (') + (node.leaf === null ? '' : ')'),
    ]),
  };
}
