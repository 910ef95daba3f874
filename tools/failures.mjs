import { readFile } from 'node:fs/promises';
import { stripVTControlCharacters } from 'node:util';

/**
 * What failed, from the reports of vitest and Playwright, short enough to stand at the end of a log
 * of which only the end is kept.
 * @typedef {{ name: string, lines: string[] }} Failure
 */

const LINES = 8;
/** Of what the page showed when a browser test gave up. */
const SHOWN = 30;

/**
 * @param {{ testResults?: any[] }} report the JSON report of vitest
 * @returns {Failure[]}
 */
export function unitFailures({ testResults = [] }) {
  return testResults.flatMap(({ name: file, status, message, assertionResults }) => {
    const failed = assertionResults.filter(test => test.status === 'failed');
    if (failed.length === 0 && status === 'failed') return [{ name: file, lines: cut(message) }];
    return failed.map(({ fullName, failureMessages }) => ({
      name: `${file} › ${fullName}`,
      lines: cut(failureMessages.join('\n')),
    }));
  });
}

/**
 * @param {{ suites?: any[], errors?: any[] }} report the JSON report of Playwright
 * @returns {Promise<Failure[]>}
 */
export async function browserFailures({ suites = [], errors = [] }) {
  const failures = errors.map(({ message }) => ({ name: 'The run itself', lines: cut(message) }));
  for (const { file, title, tests } of suites.flatMap(specsOf)) {
    const last = tests
      .filter(({ status }) => status === 'unexpected')
      .at(-1)
      ?.results.at(-1);
    if (!last) continue;
    const page = last.attachments?.find(({ name }) => name === 'error-context')?.path;
    const text = page ? await readFile(page, 'utf8').catch(() => '') : '';
    const snapshot = /```yaml\n([\s\S]*?)```/.exec(text)?.[1] ?? '';
    failures.push({
      name: `${file} › ${title}`,
      lines: [...cut(last.error?.message ?? last.status), ...cut(snapshot, SHOWN)],
    });
  }
  return failures;
}

function specsOf({ suites = [], specs = [] }) {
  return [...specs, ...suites.flatMap(specsOf)];
}

function cut(text, most = LINES) {
  const lines = stripVTControlCharacters(text ?? '')
    .split('\n')
    .filter(line => line.trim() !== '');
  return lines.length > most ? [...lines.slice(0, most), '…'] : lines;
}
