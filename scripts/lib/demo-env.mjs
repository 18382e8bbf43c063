import path from 'node:path';
import { simulatedEnv } from './app-env.mjs';
import { readJsonIfThere, writePrivateFile } from './files.mjs';
import { freePort, readPort } from './free-port.mjs';
import { DATA_DIR } from './paths.mjs';
import { keepSecrets } from './secrets.mjs';

/**
 * The environment of this directory's demo: secrets and the simulator's port stay the same from start to start.
 * @param {{ mode: 'demo' | 'test', port: number, databaseUrl: string, portInUse?: boolean }} choices
 *   portInUse: the simulator listens already, so its port need not be free
 * @returns {Promise<Record<string, string>>}
 */
export async function demoEnv({ mode, port, databaseUrl, portInUse = false }) {
  const file = path.join(DATA_DIR, 'ports.json');
  const known = readJsonIfThere(file)?.sandbox;
  const wanted = process.env.SANDBOX_PORT;
  const free = () => (portInUse && known ? known : freePort(known));
  const sandboxPort = wanted ? readPort(wanted) : await free();
  if (sandboxPort !== known) writePrivateFile(file, JSON.stringify({ sandbox: sandboxPort }));
  return simulatedEnv(process.env, {
    mode,
    port,
    sandboxPort,
    sandboxDir: path.join(DATA_DIR, 'sandbox'),
    demoFile: path.join(DATA_DIR, 'demo.json'),
    databaseUrl,
    secrets: keepSecrets(DATA_DIR),
  });
}
