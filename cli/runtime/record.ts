import { LIMITS, type Packed } from '../../graders/pack';

/*
 * The text that a packed value crosses a process boundary as: its numbers, parted by blanks, a tab,
 * its structure. JSON alone would lose NaN, the infinities and −0.
 */
const { is } = Object;

/** Runs beside the submission: index loops and operators only. */
export function encode({ shape, numbers }: Packed): string {
  let text = '';
  for (let i = 0; i < numbers.length; i += 1) {
    const number = is(numbers[i], -0) ? '-0' : `${numbers[i]}`;
    text += i === 0 ? number : ` ${number}`;
  }
  return `${text}\t${shape}`;
}

/** @throws RangeError where the text was not made by `encode` */
export function decode(text: string): Packed {
  const tab = text.indexOf('\t');
  if (tab < 0) throw new RangeError('decode: no structure');
  const written = tab === 0 ? [] : text.slice(0, tab).split(' ', LIMITS.nodes + 1);
  if (written.length > LIMITS.nodes) throw new RangeError('decode: too many numbers');
  return { shape: text.slice(tab + 1), numbers: Float64Array.from(written, Number) };
}
