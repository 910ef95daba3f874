import { allowedSomewhere, bundleLibrary } from '../libraries/bundle.mjs';
import { typesOf } from '../libraries/types.mjs';
import { ships } from './licences.mjs';

const VIRTUAL = 'virtual:libraries';
const CODE = '\0library-code:';
const TYPES = '\0library-types:';

/**
 * A plugin that carries libraries to the sandbox as text and their types to the editor. Each is a file
 * of its own that nobody asks for but an exercise that allows it; one that no exercise allows is not
 * in the site at all.
 * @param {string[]} [names] the libraries, where they are not those that exercises allow
 * @returns {import('vite').Plugin}
 */
export function libraries(names) {
  return {
    name: 'libraries',
    resolveId(id) {
      if (id === VIRTUAL) return `\0${VIRTUAL}`;
      return id.startsWith(CODE) || id.startsWith(TYPES) ? id : undefined;
    },
    async load(id) {
      if (id === `\0${VIRTUAL}`) return index(names ?? (await allowedSomewhere()));
      if (id.startsWith(CODE)) {
        const { code, files } = await bundleLibrary(id.slice(CODE.length));
        ships(files);
        return text(code);
      }
      return id.startsWith(TYPES) ? text(await typesOf(id.slice(TYPES.length))) : undefined;
    },
  };
}

/** The file that a chunk of this plugin is written to: assets/libraries/tfjs.types-….js */
export function libraryFile(id) {
  const [, kind, name] = /^\0library-(code|types):(?:.*\/)?(.*)$/.exec(id ?? '') ?? [];
  return name && `assets/libraries/${name}.${kind}-[hash].js`;
}

function index(names) {
  const entries = names.map(name => {
    const from = kind => `() => import(${JSON.stringify(kind + name)}).then(m => m.default)`;
    return `${JSON.stringify(name)}: { code: ${from(CODE)}, types: ${from(TYPES)} }`;
  });
  return `export const libraries = {${entries.join()}};`;
}

function text(value) {
  return { code: `export default ${JSON.stringify(value)};`, map: null, moduleType: 'js' };
}
