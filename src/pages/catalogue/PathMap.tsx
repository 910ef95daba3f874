import { graphlib, layout } from '@dagrejs/dagre';
import { Link } from 'wouter';
import { catalogue } from '../../catalog/catalogue';
import type { Standing } from '../../progress/agenda';
import styles from './PathMap.module.css';
import { StandingMark } from './StandingMark';

/** The size of an exercise on the map, in pixels. */
const NODE = { width: 168, height: 54 };
const MARGIN = 4;

interface Placed {
  readonly slug: string;
  readonly left: number;
  readonly top: number;
}
interface Arrow {
  readonly from: string;
  readonly to: string;
  readonly line: string;
}

const plan = place();

/** The exercises as a map: an arrow leads from each to those that rest on it. */
export function PathMap({
  shown,
  standingOf,
}: {
  /** What the filter leaves; the others stay in their places, faint. */
  shown: ReadonlySet<string>;
  standingOf: (slug: string) => Standing;
}) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard
    <section className={styles.scroll} aria-label="Map of prerequisites" tabIndex={0}>
      <div className={styles.map} style={{ width: plan.width, height: plan.height }}>
        <svg aria-hidden="true" width={plan.width} height={plan.height}>
          <defs>
            <marker
              id="tip"
              viewBox="0 0 6 6"
              refX="5"
              refY="3"
              markerWidth="6"
              markerHeight="6"
              orient="auto"
            >
              <path d="M0 0 6 3 0 6Z" />
            </marker>
          </defs>
          {plan.arrows.map(({ from, to, line }) => (
            <path
              key={`${from} ${to}`}
              d={line}
              data-done={standingOf(from) === 'solved' || undefined}
              data-faint={!(shown.has(from) && shown.has(to)) || undefined}
              markerEnd="url(#tip)"
            />
          ))}
        </svg>
        <ol aria-label="Exercises">
          {plan.nodes.map(({ slug, left, top }) => {
            const { title, requires } = metaOf(slug);
            return (
              <li
                key={slug}
                style={{ left, top, ...NODE }}
                data-faint={!shown.has(slug) || undefined}
              >
                <Link href={`/exercises/${slug}`} data-standing={standingOf(slug)}>
                  <span className={styles.title}>{title}</span>
                  <span className="visually-hidden">
                    {requires.length > 0 &&
                      `, rests on ${requires.map(other => metaOf(other).title).join(' and ')}`}
                  </span>
                  <StandingMark standing={standingOf(slug)} />
                </Link>
              </li>
            );
          })}
        </ol>
      </div>
    </section>
  );
}

function metaOf(slug: string) {
  const found = catalogue.find(exercise => exercise.slug === slug);
  if (!found) throw new RangeError(`There is no exercise ${slug}.`);
  return found.meta;
}

/** Places are the same for everybody, so they are found once. */
function place(): { width: number; height: number; nodes: Placed[]; arrows: Arrow[] } {
  const graph = new graphlib.Graph();
  graph.setGraph({ rankdir: 'LR', nodesep: 14, ranksep: 56, marginx: MARGIN, marginy: MARGIN });
  graph.setDefaultEdgeLabel(() => ({}));
  for (const { slug } of catalogue) graph.setNode(slug, { ...NODE });
  for (const { slug, meta } of catalogue) {
    for (const needed of meta.requires) graph.setEdge(needed, slug);
  }
  layout(graph);
  const { width = 0, height = 0 } = graph.graph();
  return {
    width,
    height,
    nodes: catalogue.map(({ slug }) => {
      const { x, y } = graph.node(slug);
      return { slug, left: x - NODE.width / 2, top: y - NODE.height / 2 };
    }),
    arrows: graph.edges().map(({ v: from, w: to }) => ({
      from,
      to,
      line: curve(graph.node(from), graph.node(to)),
    })),
  };
}

/** A smooth line from the right side of one exercise to the left side of another, for their centres. */
function curve(from: { x: number; y: number }, to: { x: number; y: number }): string {
  const [start, end] = [from.x + NODE.width / 2, to.x - NODE.width / 2];
  const middle = (start + end) / 2;
  return `M${start} ${from.y}C${middle} ${from.y} ${middle} ${to.y} ${end} ${to.y}`;
}
