import { createElement, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { sketchToSvg } from '../../../src/whiteboard/sketch-to-svg';

/** What the mounted parts have told the page. */
export interface WhiteboardHarness {
  /** Every text that the pad told of, the newest last. */
  readonly told: string[];
  /** Every recording, the newest last; null for one that was deleted. */
  readonly recorded: (Blob | null)[];
  /** Fetches the pad as a page does, and shows it with a value. */
  sketch(value: string | null, readOnly?: boolean): Promise<void>;
  /** Hands the pad another value, as a page does after an import. */
  replace(value: string | null): void;
  voice(readOnly?: boolean): Promise<void>;
  leave(): void;
  svg(value: string): Promise<string>;
}

declare global {
  interface Window {
    whiteboard: WhiteboardHarness;
  }
}

const place = document.createElement('main');
let root: ReturnType<typeof createRoot> | undefined;
let replace: (value: string | null) => void = () => {};
const told: string[] = [];
const recorded: (Blob | null)[] = [];

function show(component: () => React.ReactNode): void {
  root?.unmount();
  document.body.replaceChildren(place);
  root = createRoot(place);
  root.render(createElement(component));
}

window.whiteboard = {
  told,
  recorded,
  async sketch(first, readOnly) {
    const { SketchPad } = await import('../../../src/whiteboard/SketchPad');
    show(() => {
      const [value, setValue] = useState(first);
      replace = setValue;
      return (
        <SketchPad
          label="Sketch"
          value={value}
          readOnly={readOnly}
          onChange={text => {
            told.push(text);
            setValue(text);
          }}
        />
      );
    });
  },
  replace: value => replace(value),
  async voice(readOnly) {
    const { VoiceNote } = await import('../../../src/whiteboard/VoiceNote');
    show(() => {
      const [recording, setRecording] = useState<Blob | null>(null);
      return (
        <VoiceNote
          recording={recording}
          readOnly={readOnly}
          onRecorded={blob => {
            recorded.push(blob);
            setRecording(blob);
          }}
        />
      );
    });
  },
  leave: () => root?.unmount(),
  svg: sketchToSvg,
};
