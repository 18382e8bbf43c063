/**
 * What failed, as the end of a run names it.
 * @typedef {{ file: string, title: string, error: string }} Failure
 */

/** The colours of a terminal. */
const COLOUR = new RegExp(`${String.fromCharCode(27)}\\[[0-9;]*m`, 'g');

/** @param {string | undefined} text @returns {string} its first line that says something */
const firstLine = (text) =>
  (text ?? '')
    .replace(COLOUR, '')
    .split('\n')
    .map((line) => line.trim())
    .find((line) => line !== '') ?? 'no message';

/** @param {string} file @param {string} root @returns {string} as one would name it on the command line */
const below = (file, root) => (file.startsWith(`${root}/`) ? file.slice(root.length + 1) : file);

/**
 * @param {any} report vitest's JSON report
 * @param {string} root
 * @returns {Failure[]} tests that failed, and files of which nothing or something around the tests did
 */
export function failuresOfVitest(report, root) {
  return report.testResults.flatMap((/** @type {any} */ { name, status, message, ...rest }) => {
    const file = below(name, root);
    const failed = rest.assertionResults
      .filter((/** @type {any} */ one) => one.status === 'failed')
      .map((/** @type {any} */ { fullName, failureMessages }) => ({
        file,
        title: fullName,
        error: firstLine(failureMessages?.[0]),
      }));
    if (status !== 'failed' || failed.length > 0) return failed;
    return [{ file, title: 'the file as a whole', error: firstLine(message) }];
  });
}

/**
 * @param {any} report vitest's JSON report
 * @param {string} root
 * @returns {Failure[]} what failed once and passed when tried again: something that a run should not keep to itself
 */
export const waveringOfVitest = ({ testResults }, root) =>
  testResults.flatMap((/** @type {any} */ { name, assertionResults }) =>
    assertionResults
      .filter(
        (/** @type {any} */ one) => one.status === 'passed' && one.failureMessages?.length > 0,
      )
      .map((/** @type {any} */ { fullName, failureMessages }) => ({
        file: below(name, root),
        title: fullName,
        error: firstLine(failureMessages[0]),
      })),
  );

/**
 * @param {any} report Playwright's JSON report
 * @param {string} root
 * @returns {Failure[]} one for each screen a test failed on, each time, and what went wrong around the tests
 */
export function failuresOfPlaywright({ suites = [], errors = [] }, root) {
  const around = errors.map((/** @type {any} */ { message, location }) => ({
    file: below(location?.file ?? 'playwright.config.ts', root),
    title: 'around the tests',
    error: firstLine(message),
  }));
  return [
    ...suites.flatMap((/** @type {any} */ suite) => ended('unexpected', suite, [])),
    ...around,
  ];
}

/**
 * @param {any} report Playwright's JSON report
 * @returns {Failure[]} as waveringOfVitest
 */
export const waveringOfPlaywright = ({ suites = [] }) =>
  suites.flatMap((/** @type {any} */ suite) => ended('flaky', suite, []));

/**
 * @param {'unexpected' | 'flaky'} how
 * @param {any} suite
 * @param {string[]} above titles of the groups around it
 * @returns {Failure[]}
 */
function ended(how, { title, file, specs = [], suites = [] }, above) {
  const group = title === file ? above : [...above, title];
  const own = specs.flatMap((/** @type {any} */ spec) =>
    spec.tests
      .filter((/** @type {any} */ { status }) => status === how)
      .map((/** @type {any} */ { projectName, results }) => ({
        file: `tests/e2e/${spec.file}`,
        title: [...group, `${spec.title} (${projectName})`].join(' › '),
        error: firstLine(
          results.map((/** @type {any} */ one) => one.error?.message).find(Boolean) ??
            `ended as ${results.at(-1)?.status}`,
        ),
      })),
  );
  return [...own, ...suites.flatMap((/** @type {any} */ inner) => ended(how, inner, group))];
}

/**
 * @param {string} stage
 * @param {Failure} failure
 * @returns {string} two lines
 */
export const failureLines = (stage, { file, title, error }) =>
  `${stage.padEnd(6)} ${file} › ${title}\n       ${error}`;
