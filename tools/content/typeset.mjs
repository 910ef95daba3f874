import katex from 'katex';
import rehypeStringify from 'rehype-stringify';
import remarkGfm from 'remark-gfm';
import remarkMath from 'remark-math';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import { SKIP, visit } from 'unist-util-visit';
import { colour } from './colour.mjs';

/** The LaTeX that KaTeX repeats inside its MathML: a tenth of the bytes, for those who copy a formula. */
const SOURCE = /<annotation .*?<\/annotation>/gs;

/** Alphabets whose fonts are not shipped; see `slimMathFonts`. */
const WITHOUT_FONT =
  /class="[^"]*\b(boldsymbol|mathit|math(?:frak|sf|tt|scr)|text(?:it|sf|tt|frak|scr))\b/;

/** The space between a number and its unit; also a line of the source may end there. */
const BEFORE_UNIT =
  /(?<=\d)[ \n](?=[%‰]|(?:ns|µs|ms|s|min|h|Hz|kHz|MHz|GHz|[kKMGT]B|px)(?![\p{L}\p{N}]))/gu;

/** A wide formula scrolls by itself, so that the keyboard must be able to get there. */
const DISPLAY = '<span class="katex-display"';
const FOCUSABLE = `${DISPLAY} tabindex="0" role="group" aria-label="Formula"`;

const reader = unified().use(remarkParse).use(remarkGfm).use(remarkMath);
const writer = unified()
  // What is raw here is KaTeX's output and nothing else: `readPrompt` refuses HTML in a prompt.
  .use(remarkRehype, { allowDangerousHtml: true })
  .use(() => typesetCode)
  .use(() => keepUnits)
  .use(rehypeStringify, { allowDangerousHtml: true });

/**
 * Reads Markdown with GitHub's tables and `$…$` maths.
 * @param {string} markdown
 * @returns {import('mdast').Root}
 */
export function read(markdown) {
  return reader.parse(markdown);
}

/**
 * Writes Markdown nodes as HTML; formulas must have been through `typesetMath`.
 * @param {import('mdast').RootContent[]} nodes
 * @returns {string}
 */
export function write(nodes) {
  return writer.stringify(writer.runSync({ type: 'root', children: nodes })).trim();
}

/**
 * Replaces every formula of a tree by its typeset form, in place.
 * HTML carries the picture and MathML the meaning: without a font for mathematics on the machine,
 * MathML alone is drawn with small sums, short brackets and upright letters.
 * @param {import('mdast').Root} tree
 * @param {(line: number, message: string) => void} report told of each formula that is not valid
 * @param {boolean} source whether the LaTeX stays in it
 */
export function typesetMath(tree, report, source = false) {
  visit(tree, ['math', 'inlineMath'], (node, index, parent) => {
    // `$$…$$` alone in its paragraph is a display formula, also when written on one line.
    const delimiter = node.position.end.offset - node.position.start.offset - node.value.length;
    const alone = parent.type === 'paragraph' && parent.children.length === 1 && delimiter >= 4;
    try {
      const value = katex.renderToString(node.value, {
        displayMode: node.type === 'math' || alone,
        output: 'htmlAndMathml',
        strict: 'error',
      });
      const [, alphabet] = value.match(WITHOUT_FONT) ?? [];
      if (alphabet) report(node.position.start.line, `\\${alphabet} has no font here`);
      // What is wrong with its place is told later, by its line.
      const { position } = node;
      const kept = source ? value : value.replace(SOURCE, '');
      const shown = kept.replace(DISPLAY, FOCUSABLE);
      parent.children[index] = { type: 'html', value: shown, position };
    } catch (error) {
      if (error instanceof RangeError) {
        report(node.position.start.line, 'a formula is nested too deeply to be read');
        return SKIP;
      }
      if (!(error instanceof katex.ParseError)) throw error;
      // KaTeX counts characters of the formula; a display formula starts one line below its `$$`.
      const before = node.value.slice(0, error.position ?? 0).split('\n').length - 1;
      const opening = node.type === 'math' ? 1 : 0;
      report(node.position.start.line + opening + before, error.message);
    }
    return SKIP;
  });
}

/** No line ends between a number and its unit; code stays as it was written. */
function keepUnits(tree) {
  visit(tree, node => {
    if (node.type === 'element' && node.tagName === 'code') return SKIP;
    if (node.type === 'text') node.value = node.value.replace(BEFORE_UNIT, '\u00a0');
  });
}

/**
 * Colours the text of every fenced block and drops the language's class, which nothing reads. A block
 * may be wider than its pane, so that the keyboard must be able to get there and scroll it.
 */
function typesetCode(tree) {
  visit(tree, 'element', (element, _, parent) => {
    if (element.tagName !== 'code' || parent?.tagName !== 'pre') return;
    const [name = ''] = element.properties.className ?? [];
    element.children = colour(element.children[0]?.value ?? '', name.replace('language-', ''));
    element.properties = {};
    parent.properties = { tabIndex: 0 };
  });
}
