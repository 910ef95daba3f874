import type { ComponentType } from 'react';

/** Every page but the workbench, by its path, each fetched when it is first asked for. */
export const PAGES: Readonly<Record<string, () => Promise<ComponentType>>> = {
  '/': () => import('./catalogue/CataloguePage').then(module => module.CataloguePage),
  '/interview': () => import('./interview/InterviewPage').then(m => m.InterviewPage),
  '/plan': () => import('./plan/PlanPage').then(m => m.PlanPage),
  '/rehearse': () => import('./rehearse/ListPage').then(m => m.ListPage),
  '/rehearse/*': () => import('./rehearse/RehearsePage').then(m => m.RehearsePage),
  '/data': () => import('./data/DataPage').then(module => module.DataPage),
  '/licences': () => import('./licences/LicencesPage').then(m => m.LicencesPage),
};
