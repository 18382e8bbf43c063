import { listen } from './listen.mjs';
import { readListenOptions } from './listen-options.mjs';

/**
 * `npm run listen`: events of test mode arrive at an address on this machine, which no notice from outside could reach.
 * @param {AbortSignal} signal
 * @returns {Promise<number>} exit code
 */
export async function listenRun(signal) {
  const options = readListenOptions(process.argv.slice(2), process.env);
  await listen(options, { signal, say: (line) => console.log(line) });
  return 0;
}
