import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { ContentError } from '../content/problems.mjs';

const LIST = 'virtual:cards';
const OF_TYPE = '\0cards-of:';
const FOLDER = 'exercises/rehearsal';

/**
 * A plugin that turns rehearsal cards, `exercises/rehearsal/<type>/<id>.md`, into modules: the list of
 * all with what lists need, and the whole cards of each type in a file of its own, which is fetched when
 * one of them is opened. A card that is not as `readCard` wants it fails the build.
 * @returns {import('vite').Plugin}
 */
export function cards() {
  let root = process.cwd();
  /** Cards by file, with the text that each was made of. */
  const known = new Map();
  return {
    name: 'cards',
    configResolved(config) {
      root = config.root;
    },
    resolveId(id) {
      if (id === LIST) return `\0${LIST}`;
      return id.startsWith(OF_TYPE) ? id : undefined;
    },
    async load(id) {
      const isList = id === `\0${LIST}`;
      if (!isList && !id.startsWith(OF_TYPE)) return undefined;
      // Loaded here: it brings mathjs, which nothing else in the build needs.
      const { readCard, summary, TYPES } = await import('../content/read-card.mjs');
      const read = file => {
        const text = readFileSync(file, 'utf8');
        if (known.get(file)?.text !== text)
          known.set(file, { text, card: readCard(text, path.relative(root, file)) });
        return known.get(file).card;
      };
      const ofType = type =>
        filesOf(path.join(root, FOLDER, type)).map(file => {
          this.addWatchFile(file);
          try {
            return read(file);
          } catch (error) {
            if (!(error instanceof ContentError)) throw error;
            return this.error({
              message: error.message,
              id: file,
              loc: { file, line: error.line, column: 0 },
            });
          }
        });
      const byNumber = (a, b) => a.number - b.number || a.id.localeCompare(b.id);
      if (!isList) return module(ofType(id.slice(OF_TYPE.length)).sort(byNumber));
      const all = Object.keys(TYPES).map(type => [type, ofType(type).sort(byNumber)]);
      const list = all.flatMap(([type, those]) =>
        those.map(card => ({ id: card.id, type, ...summary(card) })),
      );
      const loaders = all
        .filter(([, those]) => those.length > 0)
        .map(([type]) => {
          const from = JSON.stringify(OF_TYPE + type);
          return `${JSON.stringify(type)}: () => import(${from}).then(m => m.default)`;
        });
      return module(list, `export const whole = {${loaders.join()}};`);
    },
  };
}

/** The file that a chunk of this plugin is written to: assets/rehearsal/breadth-….js */
export function cardsFile(id) {
  return id?.startsWith(OF_TYPE) && `assets/rehearsal/${id.slice(OF_TYPE.length)}-[hash].js`;
}

function filesOf(folder) {
  try {
    const names = readdirSync(folder).filter(name => name.endsWith('.md'));
    return names.map(name => path.join(folder, name));
  } catch {
    // No card of this type yet.
    return [];
  }
}

function module(value, more = '') {
  const code = `export default ${JSON.stringify(value)};${more}`;
  return { code, map: null, moduleType: 'js' };
}
