import { useState } from 'react';
import {
  GATE,
  gateOf,
  lacksBaseline,
  lengthInWords,
  PITCH_LENGTHS,
  type PitchGo,
  type PitchLength,
  type PitchPart,
  partsOfPitch,
  pitchOnPaper,
} from '../../rehearsal/pitch';
import { withGo, withoutGo } from '../../rehearsal/script';
import { totalOf } from '../../rehearsal/spoken';
import { Editor, type Written } from './Editor';
import { Counted, LineField, PartField } from './Fields';
import styles from './Fields.module.css';
import shelf from './Shelf.module.css';
import { lengthOf, minutesOf, nameOf } from './script-words';
import { Times } from './Times';
import { Walk } from './Walk';

const USUAL: PitchLength = GATE.length;

/** One project: written and told in three lengths. */
export function PitchEditor(written: Written<'pitches'>) {
  const { script: pitch, change } = written;
  const [length, setLength] = useState<PitchLength>(USUAL);
  const [telling, setTelling] = useState<'no' | 'now' | 'over'>('no');
  const [told, setTold] = useState<PitchGo | null>(null);
  const parts = partsOfPitch(length);
  const texts = pitch.texts[length];
  const write = (part: PitchPart, text: string) =>
    change(it => ({
      ...it,
      texts: { ...it.texts, [length]: { ...it.texts[length], [part]: text } },
    }));

  if (telling === 'now')
    return (
      <Walk
        title={`${nameOf('pitches', pitch)} · ${lengthInWords(length)}`}
        parts={parts}
        texts={texts}
        onStop={() => setTelling('over')}
        onDone={seconds => {
          const go = { at: Date.now(), seconds, length };
          change(it => withGo(it, go));
          setTold(go);
          setTelling('over');
        }}
      />
    );
  return (
    <Editor
      kind="pitches"
      written={written}
      label="Title of the project"
      paperOf={pitchOnPaper}
      textOf={({ title, texts, metric, baseline, source }) => ({
        ...{ title, texts, metric, baseline, source },
      })}
      say={told && sayOf(told)}
      returned={telling === 'over'}
      onRehearse={() => setTelling('now')}
      aside={
        <>
          <Counted texts={Object.values(texts)} planned={length} />
          <Times
            parts={parts}
            texts={texts}
            goes={pitch.goes.filter(go => go.length === length)}
            onLeaveOut={go => change(it => withoutGo(it, go))}
          />
        </>
      }
    >
      <fieldset className={styles.lengths}>
        <legend>Length</legend>
        {PITCH_LENGTHS.map(one => (
          <label key={one}>
            <input
              type="radio"
              name="length"
              checked={length === one}
              onChange={() => {
                setLength(one);
                setTold(null);
              }}
            />
            {lengthInWords(one)}
          </label>
        ))}
      </fieldset>
      <section className={styles.number} aria-labelledby="number">
        <h2 id="number" className={shelf.heading}>
          The main number, for all lengths
        </h2>
        <LineField
          label="Metric"
          text={pitch.metric}
          placeholder="What was measured, on which data, and how much it was"
          onChange={metric => change(it => ({ ...it, metric }))}
        />
        <LineField
          label="Baseline"
          text={pitch.baseline}
          placeholder="What it was before, or with the simplest method"
          onChange={baseline => change(it => ({ ...it, baseline }))}
        />
        <LineField
          label="Known from"
          text={pitch.source}
          placeholder="A report, a dashboard, a paper"
          onChange={source => change(it => ({ ...it, source }))}
        />
        {lacksBaseline(pitch) && (
          <p role="note" className={styles.note}>
            There is a number and no baseline. Say what it was before, or with the simplest method.
          </p>
        )}
        {(pitch.metric.trim() || pitch.baseline.trim()) && !pitch.source.trim() && (
          <p className="facts">no source yet</p>
        )}
      </section>
      {parts.map(part => (
        <PartField
          key={`${length} ${part.name}`}
          part={part}
          text={texts[part.name]}
          onChange={text => write(part.name, text)}
        >
          {length !== USUAL && !texts[part.name] && pitch.texts[USUAL][part.name].trim() && (
            <p className="quiet">
              <q>{pitch.texts[USUAL][part.name].trim()}</q>{' '}
              <button
                type="button"
                className="link"
                onClick={() => write(part.name, pitch.texts[USUAL][part.name])}
              >
                Begin with the text of the {lengthInWords(USUAL)}
              </button>
            </p>
          )}
        </PartField>
      ))}
    </Editor>
  );
}

/** How long a rehearsal took, against the time that interviewers give. */
function sayOf(go: PitchGo): string {
  const total = minutesOf(totalOf(go));
  const gate = gateOf(go);
  if (!gate) return `Told in ${total}; planned are ${lengthInWords(go.length)}.`;
  const range = `${minutesOf(GATE.least)} to ${minutesOf(GATE.most)}`;
  if (gate.within) return `Told in ${total}, within ${range}.`;
  const side = totalOf(go) > GATE.most ? 'longer' : 'shorter';
  return `Told in ${total}: ${lengthOf(gate.off)} ${side} than ${range}.`;
}
