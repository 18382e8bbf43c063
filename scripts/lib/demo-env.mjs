import path from 'node:path';
import { simulatedEnv } from './app-env.mjs';
import { readJsonIfThere, writePrivateFile } from './files.mjs';
import { freePort, readPort } from './free-port.mjs';
import { DATA_DIR } from './paths.mjs';
import { keepSecrets } from './secrets.mjs';

/**
 * The environment of this directory's demo: secrets and the ports of simulator and notice listener stay the same from
 * start to start, since each keeps the other's address.
 * @param {{ mode: 'demo' | 'test', port: number, databaseUrl: string, portsInUse?: boolean }} choices
 *   portsInUse: both listen already, so their ports need not be free
 * @returns {Promise<Record<string, string>>}
 */
export async function demoEnv({ mode, port, databaseUrl, portsInUse = false }) {
  const file = path.join(DATA_DIR, 'ports.json');
  const known = readJsonIfThere(file) ?? {};
  const choose = async (/** @type {string | undefined} */ wanted, /** @type {number} */ last) => {
    if (wanted) return readPort(wanted);
    return portsInUse && last ? last : freePort(last);
  };
  const sandbox = await choose(process.env.SANDBOX_PORT, known.sandbox);
  const sink = await choose(process.env.SINK_PORT, known.sink);
  if (sandbox !== known.sandbox || sink !== known.sink) {
    writePrivateFile(file, JSON.stringify({ sandbox, sink }));
  }
  return simulatedEnv(process.env, {
    mode,
    port,
    sandboxPort: sandbox,
    sinkPort: sink,
    caDir: path.join(DATA_DIR, 'ca'),
    sandboxDir: path.join(DATA_DIR, 'sandbox'),
    demoFile: path.join(DATA_DIR, 'demo.json'),
    databaseUrl,
    secrets: keepSecrets(DATA_DIR),
  });
}
