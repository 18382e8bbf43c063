import { Stop } from './stop.mjs';

/** In the order they run: what is quick to tell comes first. */
export const STAGES = /** @type {const} */ (['tidy', 'types', 'lint', 'unit', 'db', 'api', 'e2e']);
/** @typedef {typeof STAGES[number]} Stage */

/** Stages that look at the project as a whole: a filter for test files leaves them out. @type {Stage[]} */
const WHOLE = ['tidy', 'types', 'lint'];

/**
 * `npm test -- --only unit,db part/of/a/path`
 * @param {string[]} args
 * @returns {{ stages: Stage[], filters: string[] }}
 */
export function readTestOptions(args) {
  /** @type {string[] | undefined} */
  let only;
  /** @type {string[]} */
  const filters = [];
  for (let at = 0; at < args.length; at += 1) {
    const arg = args[at] ?? '';
    if (arg === '--only') {
      at += 1;
      only = (args[at] ?? '').split(',');
    } else if (arg.startsWith('--only=')) only = arg.slice('--only='.length).split(',');
    else if (arg.startsWith('-')) throw new Stop(`${arg} is unknown: ${USAGE}`);
    else filters.push(arg);
  }
  const unknown = only?.find((name) => !STAGES.some((stage) => stage === name));
  if (unknown !== undefined) throw new Stop(`"${unknown}" is not a part of the tests: ${USAGE}`);
  const chosen = only ?? STAGES.filter((stage) => filters.length === 0 || !WHOLE.includes(stage));
  return { stages: STAGES.filter((stage) => chosen.includes(stage)), filters };
}

const USAGE = `npm test -- [--only ${STAGES.join(',')}] [part of a file's path …]`;
