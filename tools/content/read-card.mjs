import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { all, create } from 'mathjs';
import { visit } from 'unist-util-visit';
import * as v from 'valibot';
import { LineCounter, parseDocument } from 'yaml';
import { ContentError } from './problems.mjs';
import { read, typesetMath, write } from './typeset.mjs';

/** The types of cards with their criteria and weights. */
export const TYPES = JSON.parse(
  readFileSync(new URL('../../exercises/rehearsal/types.json', import.meta.url), 'utf8'),
);

export const TOPICS = [
  'fundamentals',
  'linear-models',
  'trees',
  'unsupervised',
  'metrics',
  'validation',
  'data',
  'statistics',
  'probability',
  'linear-algebra',
  'optimisation',
  'deep-learning',
  'nlp',
  'vision',
  'recommenders',
  'forecasting',
  'reinforcement',
  'engineering',
  'systems',
  'experiments',
  'operations',
  'communication',
];
export const ROLES = [
  'generalist',
  'product',
  'vision',
  'nlp',
  'recsys',
  'forecasting',
  'platform',
  'robotics',
];

const text = v.pipe(v.string(), v.trim(), v.nonEmpty('write something'));
const FRONT = v.strictObject({
  title: v.pipe(text, v.maxLength(60, 'a title has 60 characters at most')),
  number: v.pipe(v.number(), v.integer(), v.minValue(1)),
  minutes: v.pipe(v.number(), v.minValue(0.5), v.maxValue(60)),
  topic: v.picklist(TOPICS),
  levels: v.pipe(v.array(v.picklist(['junior', 'mid', 'senior'])), v.minLength(1)),
  roles: v.union([
    v.strictTuple([v.literal('all')]),
    v.pipe(v.array(v.picklist(ROLES)), v.minLength(1)),
  ]),
  exercises: v.array(text),
  sources: v.pipe(v.array(text), v.minLength(1), v.maxLength(4)),
  numbers: v.optional(v.array(text), []),
});

/** The sections in their order, and how each is read. */
const SECTIONS = {
  'Other ways it is asked': items,
  'Follow-ups': items,
  Ladder: ladder,
  'Key points': (nodes, line, report) => marked(nodes, line, report, '★'),
  Traps: (nodes, line, report) => marked(nodes, line, report, '✗'),
  Checks: checks,
  Answer: answer,
  Rubric: rubric,
};
const NO_ANSWER = ['breadth'];
const MUST_CHECK = ['derivation', 'design', 'experiment'];
const POINTS = { breadth: [3, 6], derivation: [3, 12], design: [5, 14] };

/** Numbers of three or more significant digits: what must have been worked out and not typed. */
const LONG = /(?<![\w.])\d[\d.\u0020\u00a0\u2009\u202f]*\d(?![\w])/g;
const math = create(all, {});

/**
 * Reads a rehearsal card, `exercises/rehearsal/<type>/<id>.md`: front matter, the prompt, then the
 * sections of `SECTIONS`. Formulas are typeset, the expressions of checks and numbers worked out.
 * The format in words is in exercises/rehearsal/README.md.
 * @param {string} markdown
 * @param {string} file its path, of which the last two parts are type and id
 * @throws {ContentError} with one `file:line: message` for everything that is wrong
 */
export function readCard(markdown, file) {
  const problems = [];
  const report = (line, message) => problems.push({ line, message });
  const [, type, name] = /([^/]+)\/([^/]+)\.md$/.exec(file) ?? [];
  if (!Object.hasOwn(TYPES, type)) report(1, `there is no type of card "${type}"`);
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(name ?? ''))
    report(1, 'name the file in plain words with hyphens');
  if (problems.length > 0) throw new ContentError(file, problems);

  const { front, lineOf, body } = divideFront(markdown, report);
  const tree = read(body);
  visit(tree, 'html', ({ position, value }) =>
    report(position.start.line, `raw HTML is not allowed: ${value.split('\n')[0]}`),
  );
  const checked = [...worked(front?.numbers ?? [], lineOf, report), ...expressions(tree)];
  unworked(tree, checked, report);
  // Before formulas are typeset: how they are drawn must not make another point of a point.
  visit(tree, 'listItem', item => {
    item.source = body.slice(item.position.start.offset, item.position.end.offset);
  });
  // With their LaTeX: what was missed is copied as Markdown.
  typesetMath(tree, report, true);

  const { prompt, sections } = divide(tree, report);
  const lines = body.trimEnd().split('\n').length;
  if (prompt.length === 0) report(1, 'there is no prompt before the first section');
  const criteria = Object.entries(TYPES[type].criteria);
  const wants = {
    'Other ways it is asked': type !== 'process',
    'Follow-ups': type !== 'process',
    Ladder: type === 'depth',
    'Key points': true,
    Traps: type !== 'process',
    Checks: MUST_CHECK.includes(type),
    Answer: !NO_ANSWER.includes(type),
    Rubric: criteria.length > 0,
  };
  const written = heading => {
    const section = sections.get(heading);
    if (section) return SECTIONS[heading](section.nodes, section.line, report, criteria);
    if (wants[heading]) report(lines, `the section "## ${heading}" is missing`);
    return undefined;
  };
  if (type !== 'depth' && sections.has('Ladder'))
    report(sections.get('Ladder').line, 'only a depth card has a ladder');
  if (criteria.length === 0 && sections.has('Rubric'))
    report(sections.get('Rubric').line, `a ${type} card has no rubric`);

  const points = written('Key points') ?? [];
  const [fewest, most] = POINTS[type] ?? [type === 'process' ? 3 : 4, 12];
  if (sections.has('Key points')) {
    const { line } = sections.get('Key points');
    if (points.length < fewest || points.length > most)
      report(
        line,
        `there are ${points.length} key points; a ${type} card has ${fewest} to ${most}`,
      );
    if (!points.some(point => point.critical))
      report(line, 'mark at least one key point as critical, with "★ "');
  }
  const card = {
    id: `${type}/${name}`,
    type,
    ...summary(front),
    exercises: front?.exercises ?? [],
    sources: front?.sources ?? [],
    prompt: write(prompt),
    reframings: written('Other ways it is asked') ?? [],
    followUps: written('Follow-ups') ?? [],
    ladder: written('Ladder') ?? [],
    points,
    traps: written('Traps') ?? [],
    checks: written('Checks') ?? [],
    answer: written('Answer') ?? '',
    criteria: written('Rubric') ?? [],
  };
  if (problems.length > 0) throw new ContentError(file, problems);
  return card;
}

/**
 * What lists know of a card.
 * @param {ReturnType<typeof readCard>} card
 */
export function summary({ title, number, minutes, topic, levels, roles } = {}) {
  return { title, number, minutes, topic, levels, roles };
}

/** Cuts off the front matter; in the body its lines stay, emptied, so that lines keep their numbers. */
function divideFront(markdown, report) {
  const found = /^---\n([\s\S]*?\n)---\n/.exec(markdown);
  if (!found) {
    report(1, 'a card begins with front matter between two lines of "---"');
    return { body: markdown, lineOf: () => 1 };
  }
  const counter = new LineCounter();
  const document = parseDocument(found[1], { lineCounter: counter, prettyErrors: false });
  for (const { pos, message } of document.errors) report(counter.linePos(pos[0]).line + 1, message);
  const lineOf = path => {
    for (let length = path.length; length > 0; length--) {
      const node = document.getIn(path.slice(0, length), true);
      if (node?.range) return counter.linePos(node.range[0]).line + 1;
    }
    return 1;
  };
  const read = document.errors.length === 0 && v.safeParse(FRONT, plainOf(document, report));
  if (read && !read.success) {
    for (const issue of read.issues) {
      const path = (issue.path ?? []).map(({ key }) => key);
      report(lineOf(path), `${path.join('.')}: ${issue.message}`);
    }
  }
  const body = found[0].replace(/[^\n]+/g, '') + markdown.slice(found[0].length);
  return { front: read?.success ? read.output : undefined, lineOf, body };
}

/** The data of the front matter. */
function plainOf(document, report) {
  try {
    return document.toJS();
  } catch (error) {
    report(1, `the front matter cannot be read: ${error.message}`);
    return {};
  }
}

function divide(tree, report) {
  const prompt = [];
  const sections = new Map();
  const names = Object.keys(SECTIONS);
  let current;
  let last = -1;
  for (const node of tree.children) {
    if (node.type !== 'heading' || (node.depth > 2 && current)) {
      (current?.nodes ?? prompt).push(node);
      continue;
    }
    const name = plain(node);
    const line = node.position.start.line;
    const place = names.indexOf(name);
    if (node.depth !== 2 || place < 0) report(line, `"${name}" is none of ${names.join(', ')}`);
    else if (sections.has(name)) report(line, `the section "## ${name}" is there twice`);
    else if (place < last) report(line, `"## ${name}" comes before "## ${names[last]}"`);
    last = Math.max(last, place);
    current = { line, nodes: [] };
    sections.set(name, current);
  }
  return { prompt, sections };
}

/** @returns the entries of the one bullet list that a section is. */
function bullets(nodes, line, report) {
  const [list] = nodes;
  if (nodes.length === 1 && list.type === 'list' && !list.ordered) return list.children;
  report(line, 'this section is one bullet list and nothing else');
  return [];
}

function items(nodes, line, report) {
  return bullets(nodes, line, report).map(unwrapped);
}

/** Entries of which some are critical. Their ids are made of their words: another text is another point. */
function marked(nodes, line, report, mark) {
  return bullets(nodes, line, report).map(item => {
    const first = item.children[0]?.children?.[0];
    const critical = first?.type === 'text' && first.value.startsWith(`${mark} `);
    if (critical) first.value = first.value.slice(mark.length + 1);
    return { id: idOf(item), text: unwrapped(item), critical };
  });
}

function checks(nodes, line, report) {
  return bullets(nodes, line, report).flatMap(item => {
    const at = item.position.start.line;
    const paragraph = item.children[0];
    const [code, tail] = paragraph?.children?.slice(-2) ?? [];
    const [, tolerance, unit] = /^ ± ([\d.]+)( ?%)?$/.exec(tail?.value ?? '') ?? [];
    if (code?.type !== 'inlineCode' || tolerance === undefined) {
      report(at, 'a check ends in `expression` ± tolerance');
      return [];
    }
    const value = evaluated(code.value);
    if (typeof value !== 'number' || !Number.isFinite(value)) {
      report(at, `"${code.value}" is not a number: ${value}`);
      return [];
    }
    const within = unit ? (Math.abs(value) * Number(tolerance)) / 100 : Number(tolerance);
    const ask = inline(paragraph.children.slice(0, -2));
    return [{ id: idOf(item), ask, value, tolerance: within }];
  });
}

function ladder(nodes, line, report) {
  const rungs = headed(nodes, report);
  if (rungs.length !== 5) report(line, `a ladder has five "### question", not ${rungs.length}`);
  return rungs.map(({ heading, below }) => {
    if (below.length === 0) report(heading.position.start.line, 'write what a good answer is');
    return { question: inline(heading.children), answer: write(below) };
  });
}

function answer(nodes, line, report) {
  if (nodes.length === 0) report(line, 'write the model answer');
  return write(nodes);
}

function rubric(nodes, line, report, criteria) {
  const found = headed(nodes, report);
  const names = found.map(({ heading }) => plain(heading));
  const wanted = criteria.map(([label]) => label);
  if (names.join('|') !== wanted.join('|'))
    report(line, `the headings of the rubric are ${wanted.join(', ')}`);
  return found.map(({ heading, below }, index) => {
    const [list] = below;
    const isList = below.length === 1 && list.type === 'list' && list.ordered;
    if (!isList || list.children.length !== 3)
      report(heading.position.start.line, 'a criterion has an ordered list of three levels');
    const levels = isList ? list.children.map(item => unwrapped(item)) : [];
    return { label: names[index], weight: criteria[index]?.[1] ?? 0, levels };
  });
}

/** Third-level headings with what is below each. */
function headed(nodes, report) {
  const found = [];
  for (const node of nodes) {
    if (node.type === 'heading' && node.depth === 3) found.push({ heading: node, below: [] });
    else if (found.length > 0) found.at(-1).below.push(node);
    else
      report(node.position.start.line, 'this section is made of "### …" with something below each');
  }
  return found;
}

/** A name made of the words, for what a learner ticked. */
function idOf({ source }) {
  return createHash('sha256').update(source).digest('hex').slice(0, 8);
}

/** What a list's entry holds, without the paragraph around a single sentence. */
function unwrapped({ children }) {
  const [first] = children;
  return children.length === 1 && first.type === 'paragraph'
    ? inline(first.children)
    : write(children);
}

/** A sentence without a paragraph around it. At the top of a tree its pieces would be set apart. */
function inline(children) {
  return write([{ type: 'paragraph', children }])
    .replace(/^<p>|<\/p>$/g, '')
    .trim();
}

/** @returns the texts of the `expression = value` lines, each of which is worked out again. */
function worked(numbers, lineOf, report) {
  numbers.forEach((line, index) => {
    const at = lineOf(['numbers', index]);
    const parts = line.split(/(?<![<>!=])=(?!=)/).map(part => part.trim());
    const printed = ungrouped(parts.at(-1) ?? '');
    const value = parts.length === 2 ? evaluated(ungrouped(parts[0])) : undefined;
    if (!/^-?\d+(\.\d+)?(e-?\d+)?$/.test(printed)) report(at, 'write "expression = number"');
    else if (typeof value !== 'number') report(at, `"${parts[0]}" is not a number: ${value}`);
    else {
      const [mantissa, exponent = '0'] = printed.split('e');
      const decimals = mantissa.split('.')[1]?.length ?? 0;
      const half = 0.5000001 * 10 ** (Number(exponent) - decimals);
      if (!(Math.abs(value - Number(printed)) <= half))
        report(at, `"${parts[0]}" is ${value}, not ${printed}`);
    }
  });
  return numbers;
}

/** The expressions of the checks. */
function expressions(tree) {
  const found = [];
  visit(tree, 'inlineCode', ({ value }) => {
    found.push(value);
  });
  return found;
}

/** Reports every number of three significant digits that no expression of the card holds. */
function unworked(tree, checked, report) {
  const known = new Set(checked.flatMap(text => numbersIn(text)));
  visit(tree, ['text', 'inlineMath', 'math'], node => {
    for (const number of numbersIn(node.value ?? '')) {
      if (!known.has(number))
        report(node.position.start.line, `${number} is not among the numbers`);
    }
  });
}

function numbersIn(text) {
  return (ungrouped(text).match(LONG) ?? [])
    .map(found => found.trim())
    .filter(found => Number.isFinite(Number(found)))
    .filter(found => {
      const digits = found.includes('.') ? found.replace('.', '') : found.replace(/0+$/, '');
      return digits.replace(/^0+/, '').length >= 3;
    })
    .map(found => String(Number(found)));
}

/** Without the spaces (and `\,` or `{,}` of LaTeX) between thousands. */
function ungrouped(text) {
  let rest = text;
  for (;;) {
    const next = rest.replace(
      /(\d)(?:[\u00a0\u2009\u202f]|\\,|\{,\}| (?=\d{3}(?!\d)))(\d{3})(?!\d)/,
      '$1$2',
    );
    if (next === rest) return rest;
    rest = next;
  }
}

function evaluated(expression) {
  try {
    return math.evaluate(expression);
  } catch (error) {
    return error.message;
  }
}

/** The text of a heading. */
function plain(heading) {
  return heading.children.map(({ value = '' }) => value).join('');
}
