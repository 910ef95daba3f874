import { relative } from 'node:path';
import { ContentError } from '../content/problems.mjs';
import { readPrompt } from '../content/read-prompt.mjs';

const PROMPT = /\/exercises\/code\/[^/]+\/prompt\.md$/;
const MATH_STYLES = /\/katex\/dist\/katex(?:\.min)?\.css$/;

/**
 * A plugin that turns each exercise's `prompt.md` into a module of HTML strings, so that no Markdown
 * and no LaTeX is read in the browser; meta and starter come with it, since no page needs one without
 * the others. A prompt that is not as `readPrompt` wants it fails the build.
 * It also takes from KaTeX's style sheet the fonts that no browser here asks for.
 * @returns {import('vite').Plugin}
 */
export function content() {
  let root = process.cwd();
  return {
    name: 'content',
    enforce: 'pre',
    configResolved(config) {
      root = config.root;
    },
    transform: {
      filter: { id: [PROMPT, MATH_STYLES] },
      handler(text, id) {
        if (MATH_STYLES.test(id)) return slimMathFonts(text);
        const file = relative(root, id);
        try {
          const code = [
            // A copy of its own: the meta that the catalogue holds lies in another chunk.
            "import meta from './meta.ts?copy';",
            "import starter from './starter.ts?raw';",
            `const content = ${JSON.stringify(readPrompt(text, file))};`,
            'export default { meta, starter, content };',
          ].join('\n');
          return { code, map: null, moduleType: 'js' };
        } catch (error) {
          if (!(error instanceof ContentError)) throw error;
          this.error({
            message: error.message,
            id,
            loc: { file: id, line: error.line, column: 0 },
          });
        }
      },
    },
  };
}

/** Letters and symbols, bold, blackboard and calligraphic letters, large delimiters. */
const FONTS = /KaTeX_(?:(?:AMS|Main|Caligraphic|Size\d)-Regular|Main-Bold|Math-Italic)\.woff2/;

/**
 * Sizes of text that is not at its usual size (6), nor an index (3), nor an index of one (1): commands
 * such as `\\large` make them, and no content here has any.
 */
const SIZES = /(?<=\})[^{}]*\.reset-size(?:[245789]|1[01])\.[^{}]*\{[^}]*\}/g;

/**
 * Keeps of KaTeX's style sheet only woff2, and only the fonts that prompts may use.
 * @param {string} css
 * @returns {string}
 */
export function slimMathFonts(css) {
  return css
    .replace(SIZES, '')
    .replace(/@font-face\s*\{[^}]*\}/g, face => (FONTS.test(face) ? face : ''))
    .replace(/,\s*url\([^)]*\.(?:woff|ttf)\)\s*format\("[a-z]+"\)/g, '');
}
