import { build, isStale } from '../../tools/build.mjs';
import { serve } from '../../tools/serve.mjs';

/** Serves the production build on a free port for as long as the browser tests run. */
export default async function serveBuild(): Promise<() => Promise<void>> {
  if (await isStale()) await build();
  const site = await serve({ port: 0 });
  process.env.SCRATCHWORK_URL = site.url;
  return site.close;
}
