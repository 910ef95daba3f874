import * as Plot from '@observablehq/plot';
import { printNumber } from '../../graders/print';
import type { Table } from '../../graders/tries';
import { isRecord, type Value } from '../../graders/value';
import { groupColour, INK } from './ink';
import type { Sketch } from './sketch';

interface Node {
  x: number;
  readonly depth: number;
  readonly text: string;
  readonly leaf: number | null;
  readonly path: string;
  readonly parent: Node | null;
  /** Where it is a split: what it asks, and where the answers lead. */
  ask?: { readonly feature: number; readonly threshold: number; yes?: Node; no?: Node };
}

/** A decision tree from the root down: questions at the splits, classes at the leaves, "yes" to the left. */
export function treeSketch(own: Value, wanted: Value, table: Table | null): Sketch | null {
  const nodes = nodesOf(own);
  const leaves = nodes.filter(node => node.leaf !== null).length;
  const deepest = Math.max(...nodes.map(node => node.depth));
  const splits = nodes.filter(node => node.leaf === null);
  const ends = nodes.filter(node => node.leaf !== null);
  const wayOf = (row: number | null) =>
    row !== null && table && row in table.X ? wayThrough(nodes[0], table.X[row]) : [];
  return {
    draw: (width, { row }) => {
      const way = new Set(wayOf(row));
      return Plot.plot({
        color: { type: 'identity' },
        width: Math.max(width, leaves * 44),
        height: 82 + deepest * 62,
        ariaLabel: 'The decision tree',
        margin: 26,
        marginBottom: 38,
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
          Plot.link(
            nodes.filter(node => node.parent && way.has(node)),
            {
              x1: n => n.parent?.x,
              y1: n => n.parent?.depth,
              x2: 'x',
              y2: 'depth',
              stroke: INK.own,
              strokeWidth: 4,
            },
          ),
          ...[false, true].map(onWay =>
            Plot.text(
              splits.filter(node => way.has(node) === onWay),
              {
                x: 'x',
                y: 'depth',
                text: 'text',
                fill: INK.text,
                stroke: 'var(--paper)',
                strokeWidth: 6,
                fontSize: 11,
                fontWeight: onWay ? 700 : 400,
              },
            ),
          ),
          Plot.dot(ends, {
            x: 'x',
            y: 'depth',
            r: 15,
            fill: n => groupColour(n.leaf ?? 0),
            fillOpacity: 0.16,
            stroke: n => groupColour(n.leaf ?? 0),
            strokeWidth: n => (way.has(n) ? 4 : 1.5),
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
      });
    },
    words: `A tree of depth ${deepest} with ${splits.length} splits and ${ends.length} leaves. The left branch is taken where the answer is yes.${besides(nodes, wanted)}`,
    ...(table && {
      ofRow: (row: number) => {
        const way = wayOf(row);
        const end = way.at(-1);
        if (!end) return '';
        const questions = way.slice(0, -1).map((node, i) => {
          const answer = way[i + 1] === node.ask?.yes ? 'yes' : 'no';
          return `${node.text}? ${answer}, for x${node.ask?.feature} is ${printNumber(table.X[row][node.ask?.feature ?? 0] ?? Number.NaN)}.`;
        });
        const [prediction, counts] = end.text.split('\n');
        const label = table.y?.[row];
        return [
          `Row ${row}${label === undefined ? '' : `, class ${label}`}.`,
          ...questions,
          `The leaf says class ${prediction}; the classes came to it ${counts} times.`,
        ].join(' ');
      },
    }),
    head: ['node', 'question or class and counts'],
    rows: nodes.map(node => [
      node.path,
      node.text.replace('\n', '  (') + (node.leaf === null ? '' : ')'),
    ]),
  };
}

/** More nodes than this are no picture; a tree that holds itself would have no end of them. */
const MOST = 400;

/** Every node from the root down, a split before what is below it. */
function nodesOf(tree: Value): Node[] {
  const nodes: Node[] = [];
  let leaves = 0;

  function visit(value: Value, parent: Node | null, depth: number, path: string): Node {
    if (!isRecord(value) || depth > 24 || nodes.length > MOST)
      throw new TypeError('treeSketch: not a tree');
    if (value.kind === 'leaf') {
      const counts = Array.isArray(value.counts) ? value.counts.join(' : ') : '';
      const leaf: Node = {
        x: leaves,
        depth,
        text: `${value.prediction}\n${counts}`,
        leaf: Number(value.prediction),
        path,
        parent,
      };
      leaves += 1;
      nodes.push(leaf);
      return leaf;
    }
    const ask: Node['ask'] = { feature: Number(value.feature), threshold: Number(value.threshold) };
    const node: Node = {
      x: 0,
      depth,
      text: `x${ask.feature} ≤ ${printNumber(Number(ask.threshold.toPrecision(4)))}`,
      leaf: null,
      path,
      parent,
      ask,
    };
    nodes.push(node);
    ask.yes = visit(value.left, node, depth + 1, `${path} yes`);
    ask.no = visit(value.right, node, depth + 1, `${path} no`);
    node.x = (ask.yes.x + ask.no.x) / 2;
    return node;
  }

  visit(tree, null, 0, 'root');
  return nodes;
}

/** The nodes that a row comes through, the root first; "at most the threshold" is yes. */
function wayThrough(root: Node, row: readonly number[]): Node[] {
  const way = [root];
  for (let node: Node | undefined = root; node?.ask; ) {
    node = row[node.ask.feature] <= node.ask.threshold ? node.ask.yes : node.ask.no;
    if (node) way.push(node);
  }
  return way;
}

/** How the reference's tree compares, as a sentence. */
function besides(nodes: readonly Node[], wanted: Value): string {
  if (!isRecord(wanted)) return '';
  const theirs = nodesOf(wanted);
  const same =
    theirs.length === nodes.length &&
    theirs.every(({ text, path }, i) => text === nodes[i].text && path === nodes[i].path);
  if (same) return ' The reference grows the same tree.';
  const depth = Math.max(...theirs.map(node => node.depth));
  const splits = theirs.filter(node => node.leaf === null).length;
  return ` The reference grows another: depth ${depth}, ${splits} splits, first ${theirs[0].leaf === null ? theirs[0].text : 'a leaf'}.`;
}
