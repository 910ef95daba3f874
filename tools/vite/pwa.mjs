import { rolldown } from 'rolldown';
import { ships } from './licences.mjs';

/** What makes the site an app on the machine, besides the service worker. */
const HEAD = [
  { tag: 'link', attrs: { rel: 'icon', href: '/icon.svg', type: 'image/svg+xml' } },
  { tag: 'link', attrs: { rel: 'apple-touch-icon', href: '/icon-180.png' } },
  { tag: 'link', attrs: { rel: 'manifest', href: '/manifest.webmanifest' } },
  ...['light #fcfbf8', 'dark #16181a'].map(theme => {
    const [scheme, content] = theme.split(' ');
    const media = `(prefers-color-scheme: ${scheme})`;
    return { tag: 'meta', attrs: { name: 'theme-color', content, media } };
  }),
];

/**
 * A plugin that adds icons and manifest to the page and bundles the service worker's code under a
 * hashed name. The list of files that it keeps is written by `tools/precache.mjs`, when all are final.
 * @returns {import('vite').Plugin}
 */
export function pwa() {
  let config;
  return {
    name: 'pwa',
    apply: 'build',
    // Which file holds which module: the prerender step names an exercise's files in its page.
    config: (_, { isSsrBuild }) => ({ build: { manifest: !isSsrBuild } }),
    configResolved(resolved) {
      config = resolved;
    },
    transformIndexHtml: () =>
      HEAD.map(({ tag, attrs }) => {
        const href = attrs.href && { href: config.base + attrs.href.slice(1) };
        return { tag, attrs: { ...attrs, ...href }, injectTo: 'head' };
      }),
    async generateBundle() {
      if (config.build.ssr) return;
      const bundle = await rolldown({
        input: `${config.root}/src/service-worker.ts`,
        transform: { target: 'es2022', define: { 'process.env.NODE_ENV': '"production"' } },
      });
      // A classic script: module service workers are not everywhere yet.
      const { output } = await bundle.generate({ format: 'iife', minify: true });
      ships(output[0].moduleIds);
      this.emitFile({ type: 'asset', name: 'service-worker.js', source: output[0].code });
    },
  };
}
