import { renderToString } from 'react-dom/server';
import { App } from './App';
import { catalogue } from './catalog/catalogue';
import { loadExercise } from './catalog/exercise';
import { CataloguePage } from './pages/catalogue/CataloguePage';
import { DataPage } from './pages/data/DataPage';

const pages = { '/': CataloguePage, '/data': DataPage };

/** The paths of the pages that the build makes ahead. */
export const paths = [...Object.keys(pages), ...catalogue.map(({ slug }) => `/exercises/${slug}`)];

/** Renders one page to HTML, as it looks before any code runs. */
export async function render(path: string) {
  const slug = /^\/exercises\/([^/]+)$/.exec(path)?.[1];
  const exercise = slug === undefined ? null : await loadExercise(slug);
  const html = renderToString(<App start={{ path, exercise, pages }} />);
  const title = exercise ? `${exercise.meta.title} · Scratchwork` : 'Scratchwork';
  const description = exercise
    ? `Write ${exercise.meta.title.toLowerCase()} from scratch and learn ${exercise.meta.teaches}.`
    : 'Write machine-learning algorithms from scratch and find out why the numbers are wrong.';
  return { html, title, description, slug };
}
