// Read by Node versions far older than the one we need: nothing newer than ES modules here.
/** @type {[number, number]} */
const MINIMUM = [20, 19];

/**
 * @param {string} version such as "20.19.0"
 * @returns {string | undefined} what to tell the person, or nothing when the version will do
 */
export function nodeVersionProblem(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const ok = major > MINIMUM[0] || (major === MINIMUM[0] && minor >= MINIMUM[1]);
  if (ok) return undefined;
  return (
    'Node ' +
    version +
    ' is too old: install Node ' +
    MINIMUM.join('.') +
    ' or newer (https://nodejs.org), then run the command again.'
  );
}

/** Ends the process with that sentence when this Node is too old. */
export function requireNode() {
  const problem = nodeVersionProblem(process.versions.node);
  if (problem === undefined) return;
  console.error(problem);
  process.exit(1);
}
