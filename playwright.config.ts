import { defineConfig } from '@playwright/test';
import { resolveChromium } from './tools/chromium.mjs';

/** Browser tests run against the production build, served by our own server (tests/e2e/serve.ts). */
export default defineConfig({
  testDir: 'tests/e2e',
  testMatch: '**/*.spec.ts',
  outputDir: 'test-results',
  globalSetup: './tests/e2e/serve.ts',
  workers: 2,
  retries: 0,
  // A page with Monaco takes its time on a machine that is busy with other things.
  expect: { timeout: 15_000 },
  timeout: 90_000,
  forbidOnly: Boolean(process.env.CI),
  reporter: [['list'], ['./tests/e2e/hostile/summary.ts']],
  use: {
    // The set-up names the port; the workers, started after it, read it here.
    baseURL: process.env.SCRATCHWORK_URL,
    serviceWorkers: 'allow',
    trace: 'retain-on-failure',
    launchOptions: await resolveChromium(),
  },
});
