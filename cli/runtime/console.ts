import { describeError } from '../../graders/errors';
import { pack, unpack } from '../../graders/pack';
import { printValue } from '../../graders/print';

/** How much of what a submission prints is kept: lines, characters in all, characters of one line. */
const MOST = { lines: 200, characters: 20_000, line: 2_000 };

const PRINTING = ['log', 'info', 'debug', 'warn', 'error', 'trace', 'dir', 'table'];
const SILENT = ['clear', 'count', 'countReset', 'time', 'timeEnd', 'timeLog'];
const GROUPS = ['group', 'groupCollapsed', 'groupEnd'];

const { apply } = Reflect;
const { slice } = String.prototype;

/** The console of a submission: hands each line to `print`, silent while muted and after its limit. */
export function limitedConsole(print: (line: string) => void) {
  let lines = 0;
  let characters = 0;
  let muted = false;

  function say(...parts: unknown[]): void {
    if (muted || lines > MOST.lines) return;
    let line = '';
    for (let i = 0; i < parts.length && line.length < MOST.line; i += 1) {
      line += (i === 0 ? '' : ' ') + printed(parts[i]);
    }
    line = apply(slice, line, [0, MOST.line]) as string;
    lines += 1;
    characters += line.length;
    if (lines > MOST.lines || characters > MOST.characters) {
      lines = MOST.lines + 1;
      line =
        'The rest of the output is left out: 200 lines or 20,000 characters are shown at most.';
    }
    print(line);
  }

  const console: Record<string, unknown> = {
    assert: (truth: unknown, ...parts: unknown[]) => {
      if (!truth) say('Assertion failed:', ...parts);
    },
  };
  for (const name of PRINTING) console[name] = say;
  for (const name of [...SILENT, ...GROUPS]) console[name] = () => {};
  return {
    console,
    mute(on: boolean) {
      muted = on;
    },
  };
}

/** Whatever the built-ins have become by now, this gives a text. */
function printed(part: unknown): string {
  if (typeof part === 'string') return part;
  try {
    if (part instanceof Error) {
      const { name, message } = describeError(part, () => undefined);
      return `${name}: ${message}`;
    }
    const text: unknown = printValue(unpack(pack(part)), 400);
    return typeof text === 'string' ? text : 'a value';
  } catch {
    return 'a value that cannot be printed';
  }
}
