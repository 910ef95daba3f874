import { visit } from 'unist-util-visit';
import { ContentError } from './problems.mjs';
import { read, typesetMath, write } from './typeset.mjs';

/** The headings that end a prompt, and how the section below each is read. */
const SECTIONS = { Hints: hints, 'Follow-ups': followUps, Cost: cost, 'In Python': python };

/**
 * Reads the `prompt.md` of an exercise into HTML.
 * The prompt is everything before the first of `## Hints` (an ordered list of three), `## Follow-ups`
 * (two or three `### question`, each with a bullet list), `## Cost` and `## In Python` (a fenced
 * block and a sentence); every one of them must be there once.
 * @param {string} markdown
 * @param {string} file its name, for the words of an error
 * @returns {{ prompt: string, hints: string[], followUps: { question: string, points: string }[], cost: string, python: string }}
 * @throws {ContentError} with one `file:line: message` for everything that is wrong
 */
export function readPrompt(markdown, file) {
  const problems = [];
  const report = (line, message) => problems.push({ line, message });
  const tree = read(markdown);

  visit(tree, 'html', ({ position, value }) => {
    report(position.start.line, `raw HTML is not allowed: ${value.split('\n')[0]}`);
  });
  typesetMath(tree, report);

  const { prompt, sections } = divide(tree, report);
  const lines = markdown.trimEnd().split('\n').length;
  if (prompt.length === 0) report(1, 'there is no prompt before the first section');
  const written = name => {
    const section = sections.get(name);
    if (section) return SECTIONS[name](section.nodes, section.line, report);
    report(lines, `the section "## ${name}" is missing`);
  };
  const content = {
    prompt: write(prompt),
    hints: written('Hints'),
    followUps: written('Follow-ups'),
    cost: written('Cost'),
    python: written('In Python'),
  };
  if (problems.length > 0) throw new ContentError(file, problems);
  return content;
}

/** Cuts a tree at its second-level headings, from the first that names a section. */
function divide(tree, report) {
  const prompt = [];
  const sections = new Map();
  let current;
  for (const node of tree.children) {
    const name = node.type === 'heading' && node.depth === 2 ? plain(node) : undefined;
    const line = node.position?.start.line;
    if (name !== undefined && Object.hasOwn(SECTIONS, name)) {
      if (sections.has(name)) report(line, `the section "## ${name}" is there twice`);
      current = { line, nodes: [] };
      sections.set(name, current);
    } else if (current && name !== undefined) {
      report(line, `"## ${name}" is none of ${Object.keys(SECTIONS).join(', ')}`);
    } else {
      (current?.nodes ?? prompt).push(node);
    }
  }
  return { prompt, sections };
}

function hints(nodes, line, report) {
  const [list] = nodes;
  if (nodes.length !== 1 || list.type !== 'list' || !list.ordered) {
    report(line, 'hints are one ordered list and nothing else');
  } else if (list.children.length !== 3) {
    report(line, `there are ${list.children.length} hints; write exactly three`);
  } else return list.children.map(item => write(item.children));
}

function followUps(nodes, line, report) {
  const questions = [];
  for (const node of nodes) {
    if (node.type === 'heading' && node.depth === 3) questions.push({ heading: node, answer: [] });
    else if (questions.length > 0) questions.at(-1).answer.push(node);
    else report(node.position.start.line, 'a follow-up starts with a "### question"');
  }
  if (questions.length < 2 || questions.length > 3) {
    report(line, `there are ${questions.length} follow-ups; write two or three`);
  }
  return questions.map(({ heading, answer }) => {
    const isBullets = answer.length === 1 && answer[0].type === 'list' && !answer[0].ordered;
    if (!isBullets) report(heading.position.start.line, 'its points are one bullet list');
    return { question: write(heading.children), points: write(answer) };
  });
}

function cost(nodes, line, report) {
  if (nodes.length === 0) report(line, 'say what it costs in a paragraph or a short list');
  return write(nodes);
}

function python(nodes, line, report) {
  const blocks = nodes.filter(({ type }) => type === 'code');
  const words = nodes.filter(({ type }) => type === 'paragraph');
  if (blocks.length !== 1 || blocks[0].lang !== 'python')
    report(line, 'one ```python block is needed');
  if (words.length === 0) report(line, 'a sentence beside the block is needed');
  return write(nodes);
}

/** The text of a heading. */
function plain(heading) {
  return heading.children.map(({ value = '' }) => value).join('');
}
