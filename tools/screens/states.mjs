import { readFileSync } from 'node:fs';

const fileOf = (slug, file) =>
  readFileSync(new URL(`../../exercises/code/${slug}/${file}.ts`, import.meta.url), 'utf8');

/** Below this width in pixels there is a plain text field in the place of Monaco. */
const NARROW = 600;

/** Every page and state that is worth looking at, each as the way there from a fresh browser. */
export const STATES = {
  home: page => home(page),
  'home-under-way': async page => {
    await submit(page, 'gradient-descent', fileOf('gradient-descent', 'solution'), /^Passed/);
    await submit(page, 'k-means', mistaken(), /^Not yet/);
    await home(page);
  },
  map: async page => {
    await home(page);
    await page.getByRole('button', { name: 'Map' }).click();
    const map = page.getByRole('region', { name: 'Map of prerequisites' });
    await map.waitFor();
    await map.evaluate(drawing => drawing.scrollIntoView({ block: 'center' }));
  },
  task: page => open(page, 'k-means'),
  'wrong-answer': page => submit(page, 'k-means', mistaken(), /^Not yet/),
  passed: page => submit(page, 'k-means', fileOf('k-means', 'solution'), /^Passed/, true),
  'tree-passed': page =>
    submit(page, 'decision-tree', fileOf('decision-tree', 'solution'), /^Passed/, true),
  history: async page => {
    await submit(page, 'k-means', mistaken(), /^Not yet/);
    await page.getByRole('button', { name: 'History' }).click();
    await page.getByRole('dialog').waitFor();
  },
  interview: async page => {
    await page.goto('/interview');
    await page.getByRole('heading', { level: 1 }).waitFor();
  },
  'roc-passed': page =>
    submit(page, 'roc-pr-auc', fileOf('roc-pr-auc', 'solution'), /^Passed/, true),
  mock: async page => {
    await page.goto('/rehearse/mock');
    await page.getByRole('button', { name: 'Start the clock' }).waitFor();
  },
  'mock-between': async page => {
    await mockOfCards(page);
    await page.getByRole('button', { name: 'End this part …' }).click();
    await page.getByRole('button', { name: 'Leave it out and end' }).click();
    await page.getByRole('button', { name: 'Begin this part' }).waitFor();
  },
  debrief: async page => {
    await mockOfCards(page);
    await page.getByRole('button', { name: 'Commit', exact: true }).click();
    await page.getByRole('radio', { name: '70', exact: true }).check();
    await page.getByRole('button', { name: 'Go on', exact: true }).click();
    await page.getByRole('button', { name: 'End this part …' }).click();
    await page.getByRole('button', { name: /and end$/ }).click();
    await page.getByRole('button', { name: 'End the round here …' }).click();
    await page.getByRole('button', { name: 'End the round', exact: true }).click();
    await page.getByRole('heading', { name: 'Debrief' }).waitFor();
  },
  stories: async page => {
    await page.goto('/rehearse/stories');
    await page.getByRole('button', { name: 'New story' }).waitFor();
  },
  story: async page => {
    await page.goto('/rehearse/stories');
    await page.getByRole('button', { name: 'New story' }).click();
    await page.getByRole('button', { name: 'Rehearse it' }).waitFor();
  },
  pitch: async page => {
    await page.goto('/rehearse/pitch');
    await page.getByRole('button', { name: 'New pitch' }).click();
    await page.getByRole('button', { name: 'Rehearse it' }).waitFor();
  },
  sheet: async page => {
    await submit(page, 'k-means', mistaken(), /^Not yet/);
    await page.goto('/rehearse/sheet');
    await page.getByRole('heading', { name: 'Found by the machine' }).waitFor();
  },
  diagnostic: async page => {
    await plan(page);
    await page.goto('/rehearse/diagnostic');
    await page.getByRole('button', { name: 'Start the clock' }).waitFor();
  },
  cards: async page => {
    await page.goto('/rehearse');
    await page
      .getByText(/^\d+ cards$/)
      .first()
      .waitFor();
  },
  card: page => answer(page, 'breadth/p-value'),
  design: page => answer(page, 'design/payment-fraud'),
  sketch: async page => {
    await answer(page, 'derivation/backprop-shapes');
    await page.getByRole('button', { name: 'Sketch', exact: true }).click();
    await page.locator('.excalidraw canvas').first().waitFor();
  },
  reveal: async page => {
    await answer(page, 'derivation/logistic-loss');
    await page.getByRole('button', { name: 'Commit', exact: true }).click();
    await page.getByRole('radio', { name: '70', exact: true }).check();
    await page.getByRole('button', { name: 'Go on', exact: true }).click();
    const fields = page.getByRole('region', { name: 'Attempt' }).getByRole('textbox');
    for (const field of await fields.all()) await field.fill('1');
    await page.getByRole('button', { name: 'Hand in', exact: true }).click();
    await page.getByRole('region', { name: 'Key points' }).waitFor();
  },
  'plan-set-up': async page => {
    await page.goto('/plan');
    await page.getByRole('form', { name: 'Set-up' }).waitFor();
  },
  plan: page => plan(page),
  readiness: async page => {
    await plan(page);
    await page
      .getByRole('navigation', { name: 'Views of the plan' })
      .getByRole('link', { name: 'Readiness' })
      .click();
    await page.getByRole('table').first().waitFor();
  },
  palette: async page => {
    await home(page);
    await press(page, 'ControlOrMeta+K');
    await page.getByRole('combobox', { name: 'Commands' }).waitFor();
  },
  shortcuts: async page => {
    await home(page);
    await press(page, '?');
  },
  settings: async page => {
    await home(page);
    await page.getByRole('button', { name: 'Settings' }).click();
    await page.getByRole('dialog').waitFor();
  },
  data: async page => {
    await page.goto('/data');
    await page.getByRole('heading', { level: 1 }).waitFor();
  },
  licences: async page => {
    await page.goto('/licences');
    await page.getByRole('heading', { level: 1 }).waitFor();
  },
};

/** Sums divided by the number of clusters, not by their sizes: a mistake that gets its name. */
function mistaken() {
  const source = fileOf('k-means', 'solution');
  const right = '/ members.length';
  if (!source.includes(right))
    throw new Error('The solution of k-means no longer reads as it did.');
  return source.replace(right, '/ centroids.length');
}

async function home(page) {
  await page.goto('/');
  await page.getByRole('list', { name: 'Exercises' }).waitFor();
  await page
    .getByRole('navigation', { name: 'Where to go on' })
    .getByRole('link')
    .first()
    .waitFor();
}

/** Presses a key until a dialog opens: a page can be seen before it listens. */
async function press(page, key) {
  const dialog = page.getByRole('dialog');
  for (let times = 0; times < 10; times += 1) {
    await page.keyboard.press(key);
    const opened = dialog.waitFor({ timeout: 2000 }).then(
      () => true,
      () => false,
    );
    if (await opened) return;
  }
  throw new Error(`${key} opens no dialog.`);
}

/** A card whose clock runs. */
async function answer(page, card) {
  await page.goto(`/rehearse/${card}`);
  await page.getByRole('button', { name: 'Start the clock' }).click();
  await page.getByRole('button', { name: 'Commit', exact: true }).waitFor();
}

/** A mock interview without code whose clock runs. */
async function mockOfCards(page) {
  await page.goto('/rehearse/mock');
  await page.getByRole('button', { name: 'Start the clock' }).waitFor();
  await page.getByLabel('Coding').uncheck();
  await page.getByRole('button', { name: 'Start the clock' }).click();
  await page.getByRole('button', { name: 'Commit', exact: true }).waitFor();
}

/** A plan of five weeks, every round confirmed. */
async function plan(page) {
  await page.clock.setFixedTime(new Date('2027-03-01T09:00:00'));
  await page.goto('/plan');
  await page.getByLabel('Day of the interview').fill('2027-04-05');
  for (const name of ['Breadth', 'Depth', 'Design', 'Coding', 'Behaviour'])
    await page
      .getByRole('group', { name: new RegExp(`^${name}`) })
      .getByLabel('Yes')
      .check();
  await page.getByRole('button', { name: 'Make the plan' }).click();
  await page.getByRole('list', { name: 'Days' }).waitFor();
}

async function open(page, slug) {
  await page.goto(`/exercises/${slug}`);
  await page.getByText('Saved', { exact: true }).waitFor({ state: 'attached' });
}

/** Writes a solution, runs it and waits for the verdict. */
async function submit(page, slug, source, verdict, withPictures = false) {
  await open(page, slug);
  // Where there is no room for three panes, they are behind tabs.
  const tab = page.getByRole('button', { name: 'Code', exact: true });
  if (await tab.isVisible()) await tab.click();
  if (page.viewportSize().width < NARROW) {
    await page.getByLabel('Your solution').first().fill(source);
  } else {
    await page.locator('.monaco-editor .view-line').first().waitFor();
    await page.evaluate(text => navigator.clipboard.writeText(text), source);
    await page.locator('.monaco-editor').first().click();
    await page.keyboard.press('ControlOrMeta+A');
    await page.keyboard.press('ControlOrMeta+V');
    await page.keyboard.press('ControlOrMeta+Home');
  }
  await page.getByText('Saved', { exact: true }).waitFor();
  await page.getByRole('button', { name: 'Run', exact: true }).click();
  await page.getByRole('status').filter({ hasText: verdict }).waitFor();
  if (!withPictures) return;
  const picture = page.locator('figure svg[aria-label]').first();
  await picture.waitFor();
  // It is drawn anew when its size is known; one call finds it and scrolls.
  await picture.evaluate(drawing => drawing.scrollIntoView());
}
