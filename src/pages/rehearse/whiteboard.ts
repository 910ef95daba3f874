import type { ComponentType } from 'react';

interface Sketching {
  readonly value: string | null;
  onChange(value: string): void;
  readonly readOnly?: boolean;
}

interface Speaking {
  readonly recording: Blob | null;
  onRecorded(recording: Blob | null): void;
}

type Part<Props> = (() => Promise<ComponentType<Props>>) | null;

/** What the whiteboard has, each part fetched when it is asked for. */
const files = import.meta.glob<Record<string, ComponentType<never>>>(
  '../../whiteboard/{SketchPad,VoiceNote}.tsx',
);

function part<Props>(name: string): Part<Props> {
  const load = files[`../../whiteboard/${name}.tsx`];
  return load ? () => load().then(module => module[name] as ComponentType<Props>) : null;
}

/** Draws; null where there is none. */
export const sketchPad = part<Sketching>('SketchPad');
/** Records what is said; null where there is none. */
export const voiceNote = part<Speaking>('VoiceNote');
