import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { init, parse } from 'es-module-lexer';
import { dist } from './build.mjs';

/**
 * Holds the built site to its budget: what a first visit must load before it can be typed into, what
 * Monaco weighs, and what the site takes offline. Compressed sizes are those of the files that are
 * served, so brotli is of quality 9.
 */

const KB = 1024; // bytes
await init;

const files = readdirSync(dist, { recursive: true, encoding: 'utf8' })
  .map(name => name.replaceAll(path.sep, '/'))
  .filter(name => !name.startsWith('.') && statSync(path.join(dist, name)).isFile());
const has = new Set(files);

const pages = files.filter(name => name.endsWith('.html') && !/(\.part|^shell)\.html$/.test(name));
const initial = reachable(pages.flatMap(scriptsOf));
const precached = JSON.parse(
  /self\.FILES=(\[.*?\]);\n/.exec(read('service-worker.js'))?.[1] ?? '[]',
).map(({ url }) => url);

/** What one exercise adds: its page, its words, its reference, its grader twice. The rest is the core,
 * but for libraries. */
const ofExercise = /^(?:assets\/)?exercises\/([a-z-]+)\./;
const slugOf = name => ofExercise.exec(name)?.[1];
/** A library that exercises allow: its code, for the sandbox, and its types, for the editor. */
const ofLibrary = kind =>
  precached.filter(name => name.startsWith('assets/libraries/') && name.includes(`.${kind}-`));
const libraries = [...ofLibrary('code'), ...ofLibrary('types')];
/** Rehearsal cards, a file for each type and their list, and what works out the numbers that a learner types. */
const ofRehearsal = precached.filter(name => name.startsWith('assets/rehearsal/'));
const expression = ofRehearsal.filter(name => name.includes('/expression-'));
const cards = ofRehearsal.filter(name => !expression.includes(name));
/** The whiteboard, which a card may be answered on, and the recorder: code, styles and typefaces. */
const whiteboard = precached.filter(name =>
  /^assets\/(excalidraw|SketchPad|sketch-text|VoiceNote|Excalifont|Nunito|ComicShanns|Lilita)[-.]/.test(
    name,
  ),
);
/** The pages of rehearsal and plan, the diagnostic among them, with what only they need. */
const rehearsal = precached.filter(name =>
  /^(?:assets\/(?:RehearsePage|ListPage|PlanPage|Planner|DiagnosticPage|diagnosed|diagnostic|Readiness|fsrs|schedule|session|bias|due|recode|attempt|rehearsals|use-rehearsals|use-records|use-card|use-plan|readiness|roles|bars|inputs|order|weights)-|(?:plan|rehearse)(?:\.part)?\.html)/.test(
    name,
  ),
);
/** Mock interviews, stories, pitches, the sheet of missed points, and what a plan draws over time. */
const rounds = precached.filter(name =>
  /^assets\/(?:MockPage|mocks?|use-rounds|Shelf|StoriesPage|PitchPage|ForCard|(?:use-)?scripts?(?:-words|-copy|-desk)?|story|pitch|paper|spoken|SheetPage|lines|weeks|planned)-/.test(
    name,
  ),
);
/** The keys of Vim, for those who choose them. */
const vim = precached.filter(name => name.startsWith('assets/vim-'));
const apart = new Set([
  ...libraries,
  ...ofRehearsal,
  ...whiteboard,
  ...rehearsal,
  ...rounds,
  ...vim,
]);
const core = precached.filter(name => !slugOf(name) && !apart.has(name));
const added = [...new Set(precached.map(slugOf).filter(Boolean))].map(slug =>
  precached.filter(name => slugOf(name) === slug),
);

const rows = [
  ['initial JS, gz', total(initial, '.gz'), 80 * KB],
  ['heaviest page with its styles, gz', Math.max(...pages.map(page => size(page, '.gz'))), 20 * KB],
  [
    'Monaco, JS gz',
    total(
      files.filter(name => /\/monaco-\w+-.*\.js$/.test(name)),
      '.gz',
    ),
    880 * KB,
  ],
  [
    'TypeScript worker, gz',
    total(
      files.filter(name => /\/ts\.worker-.*\.js$/.test(name)),
      '.gz',
    ),
    1100 * KB,
  ],
  ['offline core, raw', total(core, ''), 9.5 * 1024 * KB],
  ['… its fonts', total(core.filter(isFont), ''), 480 * KB],
  [
    '… the rest, br',
    total(
      core.filter(name => !isFont(name)),
      '.br',
    ),
    2 * 1024 * KB,
  ],
  ['heaviest exercise, br', Math.max(...added.map(names => total(names, '.br'))), 40 * KB],
  ['heaviest library, br', heaviest(ofLibrary('code')), 110 * KB],
  ['… its types, br', heaviest(ofLibrary('types')), 90 * KB],
  ['what reads expressions, br', total(expression, '.br'), 56 * KB],
  ['rehearsal and plan, br', total(rehearsal, '.br'), 64 * KB],
  ['mock interviews, stories, sheet, br', total(rounds, '.br'), 40 * KB],
  ['rehearsal cards, br', total(cards, '.br'), 700 * KB],
  ['keys of Vim, br', total(vim, '.br'), 32 * KB],
  ['whiteboard, br', total(whiteboard, '.br'), 450 * KB],
];

console.log('size'.padEnd(36), 'KB'.padStart(9), 'limit'.padStart(8));
for (const [name, bytes, limit] of rows) {
  const verdict = bytes === 0 ? 'not found' : bytes > limit ? 'too much' : '';
  if (verdict) process.exitCode = 1;
  console.log(
    name.padEnd(36),
    (bytes / KB).toFixed(1).padStart(9),
    String(limit / KB).padStart(8),
    verdict,
  );
}

const strays = initial.filter(name =>
  /monaco|worker|sucrase|sketch|librar|rehears|card|excalidraw|VoiceNote/i.test(name),
);
const dependent = files
  .filter(name => /\/monaco-\w+-.*\.js$/.test(name))
  .flatMap(name => importsOf(name).map(to => [name, to]))
  .filter(([, to]) => /\/index-/.test(to));
for (const name of strays)
  complain(`${name} is loaded at the start; it belongs behind an import().`);
for (const [name, to] of dependent)
  complain(`${name} imports ${to}: each edit of the app renames it.`);

function isFont(name) {
  return /\.(woff2|ttf)$/.test(name);
}

function heaviest(names) {
  return Math.max(...names.map(name => size(name, '.br')));
}

function complain(text) {
  console.log(text);
  process.exitCode = 1;
}

function read(name) {
  return readFileSync(path.join(dist, name), 'utf8');
}

/** Bytes of a file as it is served in an encoding. */
function size(name, ending) {
  return statSync(path.join(dist, has.has(name + ending) ? name + ending : name)).size;
}

function total(names, ending) {
  return [...new Set(names)].reduce((sum, name) => sum + size(name, ending), 0);
}

function scriptsOf(page) {
  return [...read(page).matchAll(/<script[^>]*\ssrc="\/([^"]+)"/g)].map(found => found[1]);
}

/** What these modules import statically, and they themselves. */
function reachable(names, seen = new Set()) {
  for (const name of names) {
    if (seen.has(name)) continue;
    seen.add(name);
    reachable(importsOf(name), seen);
  }
  return [...seen];
}

function importsOf(name) {
  const [found] = parse(read(name));
  return found
    .filter(({ type, specifier }) => type === 'static' && specifier.startsWith('.'))
    .map(({ specifier }) => path.posix.join(path.posix.dirname(name), specifier));
}
