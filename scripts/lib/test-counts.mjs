/** @typedef {{ passed: number, failed: number, skipped: number }} Counts */

/** @returns {Counts} */
export const none = () => ({ passed: 0, failed: 0, skipped: 0 });

/** @param {Counts[]} all @returns {Counts} */
export function sum(all) {
  return all.reduce(
    (total, one) => ({
      passed: total.passed + one.passed,
      failed: total.failed + one.failed,
      skipped: total.skipped + one.skipped,
    }),
    none(),
  );
}

/** @param {Counts} counts @returns {string} the last line of every test run */
export const countLine = ({ passed, failed, skipped }) =>
  `${passed} passed, ${failed} failed, ${skipped} skipped`;

/** @param {Counts} total @returns {number} nothing having run is no success */
export const exitCodeOf = ({ passed, failed }) => (failed > 0 || passed === 0 ? 1 : 0);

/**
 * @param {any} report vitest's JSON report; a file that could not even be read has no tests in it and counts as one failure
 * @returns {Counts}
 */
export function countVitest(report) {
  const files = report.testResults.map((/** @type {any} */ file) => {
    const count = (/** @type {string[]} */ ...states) =>
      file.assertionResults.filter((/** @type {any} */ one) => states.includes(one.status)).length;
    const failed = count('failed');
    const broken = file.status === 'failed' && failed === 0;
    return {
      passed: count('passed'),
      failed: broken ? 1 : failed,
      skipped: count('skipped', 'pending', 'todo', 'disabled'),
    };
  });
  return sum(files);
}

/**
 * @param {any} report Playwright's JSON report; a test that passed when tried again passed, and is named besides
 * @returns {Counts}
 */
export function countPlaywright({ stats }) {
  return { passed: stats.expected + stats.flaky, failed: stats.unexpected, skipped: stats.skipped };
}

/**
 * What a stage counts for, from its report and its exit code.
 * @param {{ counts: Counts | undefined, exitCode: number | null, filtered: boolean }} outcome
 *   counts: undefined when the runner left no report; filtered: a file filter may match nothing here
 * @returns {Counts}
 */
export function judge({ counts, exitCode, filtered }) {
  const { passed, failed, skipped } = counts ?? none();
  const silent = passed + failed + skipped === 0 && !filtered;
  const wrong = exitCode !== 0 || silent;
  return { passed, failed: wrong && failed === 0 ? 1 : failed, skipped };
}
