/** @typedef {import('../../exercises/soundness.ts').Soundness} Soundness */

const percent = (hit, of) => (of === 0 ? '–' : `${Number(((100 * hit) / of).toFixed(2))} %`);
const share = ({ hit, of }) => `${hit} / ${of}`;
const namedIn = ({ itself, class: fits, part }) => itself + fits + part;
const all = counts => Object.values(counts).reduce((sum, n) => sum + n, 0);

const COLUMNS = [
  ['exercise', row => row.slug],
  ['checks', row => row.checks],
  ['mistakes caught', row => share(row.mutants.caught)],
  ['named', row => percent(namedIn(row.mutants.named), all(row.mutants.named))],
  ['pairs caught', row => share(row.pairs.caught)],
  ['named', row => percent(namedIn(row.pairs.named), all(row.pairs.named))],
  ['misnamed', row => row.mutants.named.other + row.pairs.named.other],
  ['right turned away', row => share(row.right.turnedAway)],
  ['wrong files caught', row => share(row.wrong.caught)],
  ['ms', row => row.ms.observe.toFixed(0)],
];

/** @param {readonly Soundness[]} rows @returns {string} a Markdown table */
export function tableOf(rows) {
  const line = cells => `| ${cells.join(' | ')} |`;
  return [
    line(COLUMNS.map(([title]) => title)),
    line(COLUMNS.map((_, i) => (i === 0 ? '---' : '---:'))),
    ...rows.map(row => line(COLUMNS.map(([, cell]) => cell(row)))),
  ].join('\n');
}

/** @param {import('../../tests/soundness/measure.ts').Measured} row @returns {string[]} what the table has no room for, a line each */
export function exceptionsOf({ slug, exceptions, pairs, unneeded, mutants }) {
  const { itself, class: fits, part, not } = pairs.named;
  return [
    ...exceptions,
    ...pairs.cancelling.map(pair => `a pair cancels out: ${pair}`),
    `single mistakes: ${mutants.named.itself} named exactly, ${mutants.named.class} as a class`,
    `pairs: ${itself} named exactly, ${fits} as a class, ${part} by one of the two, ${not} not at all`,
    ...(unneeded.length > 0 ? [`never the first to fail: ${unneeded.join('; ')}`] : []),
  ].map(line => `${slug}: ${line}`);
}

/**
 * Whether an exercise is on target: all mistakes caught and 95 % of them named, 99 % of pairs caught
 * and 90 % named, nothing misnamed, no right file turned away, no wrong one let through.
 * @param {Soundness} row
 */
export function isSound({ mutants, pairs, right, wrong }) {
  const atLeast = (part, hit, of) => hit >= part * of;
  return (
    mutants.caught.hit === mutants.caught.of &&
    atLeast(0.95, namedIn(mutants.named), all(mutants.named)) &&
    atLeast(0.99, pairs.caught.hit, pairs.caught.of) &&
    atLeast(0.9, namedIn(pairs.named), all(pairs.named)) &&
    mutants.named.other + pairs.named.other === 0 &&
    right.turnedAway.hit === 0 &&
    wrong.caught.hit === wrong.caught.of
  );
}
