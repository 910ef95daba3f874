import { CAPS } from './protocol';

/*
 * Runs beside the submission: built-ins are taken beforehand, and only index loops follow.
 */
const { isArray } = Array;
const { keys } = Object;
const { apply } = Reflect;
const { isView } = ArrayBuffer;
const { slice } = String.prototype;
const { stringify } = JSON;
const { toString: describe } = Object.prototype;
const text = String;

/** The console that a submission sees. */
export interface QuietConsole {
  readonly console: object;
  /** Begins a new allowance of lines. */
  reset(): void;
  mute(muted: boolean): void;
}

/**
 * A console that hands on each line as it comes, 200 lines and 20,000 characters at most.
 * @param say gets one line of text
 */
export function quietConsole(say: (line: string) => void): QuietConsole {
  let lines = 0;
  let characters = 0;
  let muted = false;

  const log = (...parts: unknown[]) => {
    if (muted || lines > CAPS.lines) return;
    let line = '';
    for (let i = 0; i < parts.length && line.length < CAPS.line; i += 1) {
      const part = parts[i];
      line += `${i === 0 ? '' : ' '}${typeof part === 'string' ? part : print(part, 0)}`;
    }
    line = cut(line, CAPS.line);
    lines += 1;
    characters += line.length;
    if (lines > CAPS.lines || characters > CAPS.characters) {
      lines = CAPS.lines + 1;
      say('The rest of the output is left out: 200 lines or 20,000 characters are shown at most.');
    } else {
      say(line);
    }
  };
  const assert = (truth: unknown, ...parts: unknown[]) => {
    if (!truth) log('Assertion failed:', parts);
  };
  const nothing = () => {};

  const console: Record<string, unknown> = { assert };
  for (const name of ['log', 'info', 'debug', 'warn', 'error', 'trace', 'dir', 'table']) {
    console[name] = log;
  }
  for (const name of [
    'clear',
    'count',
    'countReset',
    'group',
    'groupCollapsed',
    'groupEnd',
    'time',
    'timeEnd',
    'timeLog',
  ]) {
    console[name] = nothing;
  }
  return {
    console,
    reset: () => {
      lines = 0;
      characters = 0;
    },
    mute: on => {
      muted = on;
    },
  };
}

function cut(line: string, length: number): string {
  return line.length <= length ? line : `${apply(slice, line, [0, length - 1])}…`;
}

/** @returns a value as one would type it; never throws and never writes much more than a line. */
function print(value: unknown, depth: number): string {
  try {
    switch (typeof value) {
      case 'string':
        return stringify(cut(value, CAPS.line));
      case 'number':
        return value === 0 && 1 / value < 0 ? '-0' : `${value}`;
      case 'bigint':
        return `${value}n`;
      case 'symbol':
        return text(value);
      case 'function':
        return `function ${text(value.name)}`;
      case 'object':
        return value === null ? 'null' : printObject(value, depth);
      default:
        return `${value}`;
    }
  } catch {
    return 'something that throws when it is read';
  }
}

function printObject(value: object, depth: number): string {
  const tag = apply(slice, apply(describe, value, []), [8, -1]) as string;
  if (tag === 'Error') {
    return `${(value as Error).name}: ${cut(text((value as Error).message), CAPS.line)}`;
  }
  const list = isArray(value) || (isView(value) && tag !== 'DataView');
  if (depth > 3) return list ? '[…]' : '{…}';
  if (!list && tag !== 'Object') return tag;
  const names = list ? undefined : keys(value);
  const n = names?.length ?? (value as unknown[]).length;
  let line = list ? (isArray(value) ? '[' : `${tag} [`) : '{ ';
  for (let i = 0; i < n; i += 1) {
    if (line.length > CAPS.line) return `${line} …`;
    const key = names === undefined ? i : names[i];
    const label = names === undefined ? '' : `${names[i]}: `;
    line += `${i === 0 ? '' : ', '}${label}${print((value as Record<PropertyKey, unknown>)[key], depth + 1)}`;
  }
  return n === 0 ? (list ? '[]' : '{}') : `${line}${list ? ']' : ' }'}`;
}
