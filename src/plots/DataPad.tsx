import { type KeyboardEvent, type PointerEvent, useId, useRef, useState } from 'react';
import { printNumber } from '../../graders/print';
import styles from './DataPad.module.css';
import type { Drawing } from './sketch';

interface Place {
  readonly x: number;
  readonly y: number;
}

/** What one may do with the rows in a picture. */
export interface Moves {
  readonly move: (row: number, to: Place) => void;
  /** @returns the number of the new row */
  readonly add: (at: Place) => number;
  readonly remove: (row: number) => void;
}

/** Pixels within which a pointer means a point. */
const NEAR = 14;
/** A key moves a point by one part in so many of the picture's side. */
const PARTS = 40;

/**
 * Lies over a picture whose axes are those of the data: a row is chosen, moved, added and removed, by
 * pointer and by keys. It shows nothing but the chosen row and what is being dragged.
 */
export function DataPad({
  drawing,
  places,
  chosen,
  onChoose,
  moves,
  lanes = false,
}: {
  drawing: Drawing;
  places: readonly Place[];
  chosen: number | null;
  onChoose: (row: number | null) => void;
  /** Absent where rows can only be chosen. */
  moves?: Moves;
  /** Set where a row stands at a whole number upwards: a key then moves it by one. */
  lanes?: boolean;
}) {
  const id = useId();
  const [dragged, setDragged] = useState<{ row: number; to: Place } | null>(null);
  const pressed = useRef<{ row: number | null; x: number; y: number } | null>(null);
  const axes = axesOf(drawing);
  if (!axes) return null;
  const { toPixels, toPlace, box } = axes;

  const at = (event: PointerEvent<HTMLElement>) => {
    const { left, top } = event.currentTarget.getBoundingClientRect();
    return { x: event.clientX - left, y: event.clientY - top };
  };
  const nearest = (spot: Place) => {
    const away = places.map(place => {
      const { x, y } = toPixels(place);
      return Math.hypot(x - spot.x, y - spot.y);
    });
    const least = Math.min(...away);
    return least <= NEAR ? away.indexOf(least) : null;
  };

  const press = (event: PointerEvent<HTMLElement>) => {
    if (event.button !== 0) return;
    const spot = at(event);
    const row = nearest(spot);
    pressed.current = { row, ...spot };
    if (row === null) return;
    onChoose(row);
    if (moves) event.currentTarget.setPointerCapture(event.pointerId);
  };
  const drag = (event: PointerEvent<HTMLElement>) => {
    const from = pressed.current;
    if (!moves || from?.row == null) return;
    const spot = at(event);
    if (!dragged && Math.hypot(spot.x - from.x, spot.y - from.y) < 3) return;
    setDragged({ row: from.row, to: rounded(toPlace(spot)) });
  };
  const release = (event: PointerEvent<HTMLElement>) => {
    const from = pressed.current;
    pressed.current = null;
    setDragged(null);
    if (!from || !moves) return;
    if (dragged) moves.move(dragged.row, dragged.to);
    else if (from.row === null && isInside(at(event)))
      onChoose(moves.add(rounded(toPlace(at(event)))));
  };
  const isInside = ({ x, y }: Place) =>
    x >= box.left && x <= box.right && y >= box.top && y <= box.bottom;

  const type = (event: KeyboardEvent) => {
    const row = chosen;
    const go = (to: number) => onChoose(Math.min(Math.max(to, 0), places.length - 1));
    const way = ARROWS[event.key];
    if (way && moves && event.shiftKey && row !== null && places[row]) {
      const now = toPixels(places[row]);
      const step = { x: (box.right - box.left) / PARTS, y: (box.bottom - box.top) / PARTS };
      const to = toPlace({ x: now.x + way[0] * step.x, y: now.y + way[1] * step.y });
      moves.move(row, rounded(lanes ? { x: to.x, y: places[row].y - way[1] } : to));
    } else if (way) go(row === null ? 0 : row + (way[0] || way[1]));
    else if (event.key === 'Home') go(0);
    else if (event.key === 'End') go(places.length - 1);
    else if (event.key === 'Escape' && row !== null) onChoose(null);
    else if (moves && event.key === 'Enter') {
      const from = row !== null && places[row] ? toPixels(places[row]) : middleOf(box);
      const by = from.x + 24 > box.right ? -24 : 24;
      onChoose(moves.add(rounded(toPlace({ x: from.x + by, y: from.y }))));
    } else if (moves && event.key === 'Delete' && row !== null) moves.remove(row);
    else return;
    event.preventDefault();
  };

  return (
    <div
      className={styles.pad}
      data-edit={moves !== undefined}
      role="listbox"
      tabIndex={0}
      aria-label="Rows in the picture"
      aria-describedby={`${id}-how`}
      aria-activedescendant={chosen !== null && places[chosen] ? `${id}-${chosen}` : undefined}
      onPointerDown={press}
      onPointerMove={drag}
      onPointerUp={release}
      onPointerCancel={() => {
        pressed.current = null;
        setDragged(null);
      }}
      onKeyDown={type}
    >
      {places.map((place, row) => {
        const { x, y } = toPixels(dragged?.row === row ? dragged.to : place);
        return (
          // biome-ignore lint/a11y/useFocusableInteractive: the pad has the focus, and names the active row
          <span
            // biome-ignore lint/suspicious/noArrayIndexKey: a row has no identity but its number
            key={row}
            id={`${id}-${row}`}
            className={styles.row}
            role="option"
            aria-selected={row === chosen}
            aria-label={`Row ${row} at ${printNumber(short(place.x))}, ${printNumber(short(place.y))}`}
            data-dragged={dragged?.row === row}
            style={{ left: `${x}px`, top: `${y}px` }}
          />
        );
      })}
      <span id={`${id}-how`} hidden>
        {moves
          ? 'Arrow keys choose a row, Shift and arrow keys move it, Enter adds one beside it, Delete removes it.'
          : 'Arrow keys choose a row.'}
      </span>
    </div>
  );
}

const ARROWS: Record<string, readonly [number, number]> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/** Between the numbers of the data and the pixels of the drawing as it stands there. */
function axesOf(drawing: Drawing) {
  const [sx, sy] = [drawing.scale?.('x'), drawing.scale?.('y')];
  if (!sx?.invert || !sy?.invert || !sx.range || !sy.range) return null;
  const own = Number(drawing.getAttribute('width')) || 1;
  const zoom = drawing.getBoundingClientRect().width / own || 1;
  const [invertX, invertY] = [sx.invert, sy.invert];
  return {
    toPixels: ({ x, y }: Place) => ({ x: sx.apply(x) * zoom, y: sy.apply(y) * zoom }),
    toPlace: ({ x, y }: Place) => ({ x: invertX(x / zoom), y: invertY(y / zoom) }),
    box: {
      left: Math.min(...sx.range) * zoom,
      right: Math.max(...sx.range) * zoom,
      top: Math.min(...sy.range) * zoom,
      bottom: Math.max(...sy.range) * zoom,
    },
  };
}

function middleOf(box: { left: number; right: number; top: number; bottom: number }): Place {
  return { x: (box.left + box.right) / 2, y: (box.top + box.bottom) / 2 };
}

/** Three decimals, so that a reader can copy it. */
function rounded({ x, y }: Place): Place {
  return { x: Math.round(1000 * x) / 1000, y: Math.round(1000 * y) / 1000 };
}

function short(x: number): number {
  return Number(x.toPrecision(4));
}
