import './styles/tokens.css';
import './styles/base.css';
import './styles/page.css';
import { createRoot, hydrateRoot } from 'react-dom/client';
import { App, PATHS, pageAt } from './App';
import type { Exercise } from './catalog/exercise';
import { fetchEditor } from './editor/load';
import { isNarrow } from './editor/use-narrow';
import { readSettings } from './settings/settings';

const root = document.getElementById('root') as HTMLElement;
const { pathname } = location;
const slug = /^\/exercises\/([^/]+)\/?$/.exec(pathname)?.[1];
// On the way while the page is taken over; nothing of it is evaluated yet.
if (slug !== undefined && !isNarrow() && !readSettings().plainEditor) fetchEditor();
const exercise = slug === undefined ? null : await exerciseAt(slug);
const Page = PATHS.includes(pathname) ? await pageAt(pathname) : undefined;
const typedEarly = root.querySelector('textarea')?.value;
const app = <App start={{ exercise, typedEarly, pages: Page ? { [pathname]: Page } : {} }} />;

// A page made ahead by the build is taken over; otherwise the application starts on empty ground.
if (root.dataset.path === pathname) hydrateRoot(root, app);
else {
  root.replaceChildren();
  createRoot(root).render(app);
}
document.documentElement.dataset.started = '';
void import('./offline').then(({ watchForUpdates }) => watchForUpdates());

/** An exercise whose page was made ahead names its own words; those of others stand in a list. */
async function exerciseAt(slug: string): Promise<Exercise | null> {
  const { path, words } = root.dataset;
  if (path === pathname && words)
    return { slug, ...(await import(/* @vite-ignore */ words)).default };
  const { loadExercise } = await import('./catalog/exercise');
  return loadExercise(slug);
}
