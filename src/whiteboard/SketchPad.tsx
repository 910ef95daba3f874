import {
  CaptureUpdateAction,
  convertToExcalidrawElements,
  Excalidraw,
  MainMenu,
  restoreElements,
} from '@excalidraw/excalidraw';
import '@excalidraw/excalidraw/index.css';
import type { ExcalidrawImperativeAPI, ExcalidrawProps } from '@excalidraw/excalidraw/types';
import { useEffect, useMemo, useRef, useState } from 'react';
import styles from './SketchPad.module.css';
import { isDrawn, readSketch } from './sketch-text';
import { useDark } from './use-dark';
import { useTold } from './use-told';

/** Plain lines and a plain typeface: a diagram is read, not admired. */
const STYLE = {
  viewBackgroundColor: 'transparent',
  currentItemRoughness: 0,
  currentItemFontFamily: 6,
  currentItemStrokeWidth: 2,
} as const;
/** A pad neither opens nor writes files, and its theme is the page's. */
const OPTIONS: ExcalidrawProps['UIOptions'] = {
  canvasActions: {
    changeViewBackgroundColor: false,
    export: false,
    loadScene: false,
    saveAsImage: false,
    saveToActiveFile: false,
    toggleTheme: false,
  },
  tools: { image: false },
};
/** What the buttons under the pad put into its middle, for whoever draws without a pointer. */
const SHAPES = [
  { name: 'Box', type: 'rectangle', width: 160, height: 80 },
  { name: 'Ellipse', type: 'ellipse', width: 160, height: 80 },
  { name: 'Arrow', type: 'arrow', width: 160, height: 0 },
  { name: 'Text', type: 'text', width: 40, height: 25 },
] as const;
/** How far the next shape is put beside one that is there already. */
const STEP = 24; // px

/**
 * A whiteboard. It shows `value` and tells of what is drawn by `onChange`, some tenths of a second
 * after the hand rests; give that text back as `value`. A value that is no sketch gets a sentence
 * and an empty pad, and `onChange` is not called until something is drawn.
 */
export function SketchPad({
  value,
  onChange,
  readOnly = false,
  label,
}: {
  value: string | null;
  onChange(value: string): void;
  readOnly?: boolean;
  label: string;
}) {
  const dark = useDark();
  const [full, setFull] = useState(false);
  const [shown, setShown] = useState({ value, count: 0 });
  const { begin, changed, forget, isTold } = useTold(onChange, setFull);
  const pad = useRef<HTMLDivElement>(null);
  const api = useRef<ExcalidrawImperativeAPI | null>(null);

  // Another sketch than the one that is drawn here: the pad starts anew with it.
  useEffect(() => {
    if (value === shown.value || isTold(value)) return;
    forget();
    setFull(false);
    setShown({ value, count: shown.count + 1 });
  }, [value, shown, isTold, forget]);

  const elements = useMemo(() => elementsOf(shown.value), [shown]);
  const touch = () => {
    if (api.current && !readOnly) begin(api.current.getSceneElements());
  };

  const insert = (shape: (typeof SHAPES)[number]) => {
    if (!api.current) return;
    touch();
    insertInMiddle(api.current, shape);
    pad.current?.querySelector<HTMLElement>('.excalidraw-container, .excalidraw')?.focus();
  };

  return (
    <section className={styles.sketch} aria-label={label}>
      {elements === null && (
        <p className={styles.problem} role="status">
          The saved sketch cannot be read. It stays as it is until you draw; the pad is empty.
        </p>
      )}
      {full && (
        <p className={styles.problem} role="alert">
          The sketch is too large to keep. What you add from here on is not saved: erase something.
        </p>
      )}
      <div
        ref={pad}
        className={styles.pad}
        onPointerDownCapture={touch}
        onKeyDownCapture={touch}
        onPasteCapture={touch}
        onDropCapture={refuse}
        onDragOverCapture={refuse}
      >
        <Excalidraw
          key={shown.count}
          excalidrawAPI={it => {
            api.current = it;
          }}
          initialData={{ elements, appState: STYLE, scrollToContent: true }}
          onChange={changed}
          onPaste={({ elements: pasted, files }) =>
            !files && (pasted ?? []).every(({ type }) => isDrawn(type))
          }
          theme={dark ? 'dark' : 'light'}
          langCode="en"
          viewModeEnabled={readOnly}
          UIOptions={OPTIONS}
          validateEmbeddable={false}
          aiEnabled={false}
        >
          <MainMenu>
            <MainMenu.DefaultItems.ClearCanvas />
            <MainMenu.DefaultItems.Help />
          </MainMenu>
        </Excalidraw>
      </div>
      {!readOnly && (
        <div className={styles.insert}>
          <fieldset>
            <legend>Put in the middle</legend>
            {SHAPES.map(shape => (
              <button key={shape.name} type="button" onClick={() => insert(shape)}>
                {shape.name}
              </button>
            ))}
          </fieldset>
          <p>
            Then <kbd>↑ ↓ ← →</kbd> move it, <kbd>Enter</kbd> writes in it, <kbd>Ctrl</kbd>{' '}
            <kbd>→</kbd> joins another box, <kbd>?</kbd> lists all keys.
          </p>
        </div>
      )}
    </section>
  );
}

/** @returns null where there is a text that is no sketch */
function elementsOf(value: string | null) {
  if (value === null) return [];
  const read = readSketch(value);
  try {
    return read && restoreElements(read as never, null, { repairBindings: true });
  } catch {
    return null;
  }
}

/** Files are not for the pad. */
function refuse(event: React.DragEvent): void {
  event.preventDefault();
  event.stopPropagation();
}

function insertInMiddle(
  api: ExcalidrawImperativeAPI,
  { type, width, height }: (typeof SHAPES)[number],
): void {
  const present = api.getSceneElements();
  const { width: wide, height: high, zoom, scrollX, scrollY } = api.getAppState();
  let x = wide / 2 / zoom.value - scrollX - width / 2;
  let y = high / 2 / zoom.value - scrollY - height / 2;
  while (present.some(one => Math.abs(one.x - x) < 1 && Math.abs(one.y - y) < 1)) {
    x += STEP;
    y += STEP;
  }
  const place = { x, y, roughness: STYLE.currentItemRoughness };
  const made = convertToExcalidrawElements([
    type === 'text'
      ? { type, ...place, text: 'Text', fontFamily: STYLE.currentItemFontFamily }
      : { type, ...place, width, height },
  ]);
  api.updateScene({
    elements: [...present, ...made],
    appState: { selectedElementIds: { [made[0].id]: true } },
    captureUpdate: CaptureUpdateAction.IMMEDIATELY,
  });
}
