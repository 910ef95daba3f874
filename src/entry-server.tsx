import { renderToString } from 'react-dom/server';
import { App } from './App';
import { catalogue } from './catalog/catalogue';
import { loadExercise } from './catalog/exercise';
import { CataloguePage } from './pages/catalogue/CataloguePage';
import { DataPage } from './pages/data/DataPage';
import { InterviewPage } from './pages/interview/InterviewPage';
import { PlanPage } from './pages/plan/PlanPage';
import { ListPage } from './pages/rehearse/ListPage';

/** Pages that are drawn ahead. */
const pages = {
  '/': CataloguePage,
  '/interview': InterviewPage,
  '/plan': PlanPage,
  '/rehearse': ListPage,
  '/data': DataPage,
};

/** The pages beside the exercises: their titles, and the module that the app asks for first. */
const BESIDE: Record<string, { heading?: string; module: string }> = {
  '/': { module: 'src/pages/catalogue/CataloguePage.tsx' },
  '/data': { heading: 'Your data', module: 'src/pages/data/DataPage.tsx' },
  '/interview': { heading: 'Interview', module: 'src/pages/interview/InterviewPage.tsx' },
  '/plan': { heading: 'Plan', module: 'src/pages/plan/PlanPage.tsx' },
  '/rehearse': { heading: 'Rehearse', module: 'src/pages/rehearse/ListPage.tsx' },
  '/licences': { heading: 'Licences', module: 'src/pages/licences/LicencesPage.tsx' },
};

/** The paths of the pages that the build makes ahead. */
export const paths = [...Object.keys(BESIDE), ...catalogue.map(({ slug }) => `/exercises/${slug}`)];

/** Renders one page to HTML, as it looks before any code runs. */
export async function render(path: string) {
  const slug = /^\/exercises\/([^/]+)$/.exec(path)?.[1];
  const exercise = slug === undefined ? null : await loadExercise(slug);
  const html = renderToString(<App start={{ path, exercise, pages }} />);
  const heading = exercise?.meta.title ?? BESIDE[path].heading;
  const title = heading ? `${heading} · Scratchwork` : 'Scratchwork';
  const description = exercise
    ? `Write ${exercise.meta.title.toLowerCase()} from scratch and learn ${exercise.meta.teaches}.`
    : 'Write machine-learning algorithms from scratch and find out why the numbers are wrong.';
  const module = slug ? `exercises/code/${slug}/prompt.md` : BESIDE[path].module;
  return { html, title, description, module };
}
