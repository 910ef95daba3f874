import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { readCard, TYPES } from './content/read-card.mjs';

/** `node tools/check-cards.mjs [type [id…]]`: what is wrong with rehearsal cards, as file:line: message. */
const root = fileURLToPath(new URL('..', import.meta.url));
const [onlyType, ...ids] = process.argv.slice(2);
const numbers = new Map();
let read = 0;
let wrong = 0;
for (const type of onlyType ? [onlyType] : Object.keys(TYPES)) {
  const folder = path.join(root, 'exercises/rehearsal', type);
  if (!existsSync(folder)) continue;
  for (const name of readdirSync(folder).sort()) {
    if (ids.length > 0 && !ids.includes(name.replace(/\.md$/, ''))) continue;
    const file = `exercises/rehearsal/${type}/${name}`;
    read += 1;
    try {
      const card = readCard(readFileSync(path.join(root, file), 'utf8'), file);
      const twin = numbers.get(`${type} ${card.number}`);
      if (twin) throw new Error(`${file}:1: ${twin} has the number ${card.number} too`);
      numbers.set(`${type} ${card.number}`, file);
      for (const slug of card.exercises) {
        if (!existsSync(path.join(root, 'exercises/code', slug)))
          throw new Error(`${file}:1: there is no exercise "${slug}"`);
      }
    } catch (error) {
      wrong += 1;
      console.log(error.message);
    }
  }
}
console.log(`${read} cards read, ${wrong} with problems`);
process.exitCode = wrong > 0 ? 1 : 0;
