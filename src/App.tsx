import { type ComponentType, useEffect, useLayoutEffect, useState } from 'react';
import { Link, Route, Router, Switch } from 'wouter';
import type { Exercise } from './catalog/exercise';
import { hearEarly } from './early';
import { WorkbenchPage } from './pages/workbench/WorkbenchPage';
import { Later } from './parts/Later';
import { TopBar } from './parts/TopBar';

/** What was there before this code ran: the page's own exercise, and what was typed into its text field. */
export interface Start {
  readonly path?: string;
  readonly exercise: Exercise | null;
  readonly typedEarly?: string;
  /** The page itself by its path, where it is not of an exercise; others come when they are gone to. */
  readonly pages: Readonly<Record<string, ComponentType>>;
}

/** The pages beside the exercises that the build makes ahead. */
export const PATHS = ['/', '/interview', '/plan', '/rehearse', '/data'];

/** Fetches a page; the list of all of them is needed by no exercise. */
export async function pageAt(path: string): Promise<ComponentType> {
  return (await import('./pages/pages')).PAGES[path]();
}

export function App({ start }: { start: Start }) {
  useLayoutEffect(() => void hearEarly(), []);
  return (
    <Router ssrPath={start.path}>
      <Switch>
        {PATHS.map(path => {
          const Page = start.pages[path];
          return (
            <Route key={path} path={path}>
              {Page ? <Page /> : <Later load={() => pageAt(path)} />}
            </Route>
          );
        })}
        <Route path="/exercises/:slug">
          {({ slug }) => <ExerciseRoute key={slug} slug={slug} start={start} />}
        </Route>
        <Route path="/rehearse/*">
          <Later load={() => pageAt('/rehearse/*')} />
        </Route>
        <Route path="/licences">
          <TopBar />
          <Later load={() => pageAt('/licences')} />
        </Route>
        <Route>
          <Missing />
        </Route>
      </Switch>
      <Later load={() => import('./pages/Around').then(m => m.Around)} />
    </Router>
  );
}

function ExerciseRoute({ slug, start }: { slug: string; start: Start }) {
  const first = start.exercise?.slug === slug ? start.exercise : undefined;
  const [exercise, setExercise] = useState<Exercise | null | undefined>(first);
  useEffect(() => {
    if (first) return;
    // Where it does not come, the page's guard says so.
    import('./catalog/exercise')
      .then(({ loadExercise }) => loadExercise(slug))
      .then(setExercise, () => {});
  }, [slug, first]);
  useEffect(() => {
    if (exercise) document.title = `${exercise.meta.title} · Scratchwork`;
    return () => {
      document.title = 'Scratchwork';
    };
  }, [exercise]);
  if (exercise === undefined) return <TopBar />;
  if (exercise === null) return <Missing />;
  return <WorkbenchPage exercise={exercise} typedEarly={first ? start.typedEarly : undefined} />;
}

function Missing() {
  return (
    <>
      <TopBar />
      <main style={{ padding: 'var(--space-7) var(--space-5)' }}>
        <h1>There is no such page</h1>
        <p>
          <Link href="/">See all exercises</Link>
        </p>
      </main>
    </>
  );
}
