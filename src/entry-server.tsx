import { renderToString } from 'react-dom/server';
import { App } from './App';
import { catalogue } from './catalog/catalogue';
import { loadExercise } from './catalog/exercise';
import { CataloguePage } from './pages/catalogue/CataloguePage';

/** The paths of the pages that the build makes ahead. */
export const paths = ['/', '/licences', ...catalogue.map(({ slug }) => `/exercises/${slug}`)];

/** Renders one page to HTML, as it looks before any code runs. */
export async function render(path: string) {
  const slug = /^\/exercises\/([^/]+)$/.exec(path)?.[1];
  const exercise = slug === undefined ? null : await loadExercise(slug);
  const html = renderToString(<App start={{ path, exercise, Catalogue: CataloguePage }} />);
  const heading = exercise?.meta.title ?? (path === '/licences' ? 'Licences' : null);
  const title = heading ? `${heading} · Scratchwork` : 'Scratchwork';
  const description = exercise
    ? `Write ${exercise.meta.title.toLowerCase()} from scratch and learn ${exercise.meta.teaches}.`
    : 'Write machine-learning algorithms from scratch and find out why the numbers are wrong.';
  return { html, title, description, module: moduleOf(path, slug) };
}

/** What the app asks for first: an exercise's words, or the code of the page. */
function moduleOf(path: string, slug?: string): string {
  if (slug) return `exercises/code/${slug}/prompt.md`;
  return path === '/'
    ? 'src/pages/catalogue/CataloguePage.tsx'
    : 'src/pages/licences/LicencesPage.tsx';
}
