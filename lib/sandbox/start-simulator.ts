import type { Server } from 'node:http';
import { createAdaptorServer } from '@hono/node-server';
import { createApp } from './app';
import { loadCertificates } from './certificates/load-certificates';
import type { SandboxConfig } from './config';
import { DueWork } from './notices/due-work';
import type { Simulator } from './simulator';
import { Store } from './state/store';

/** How long running requests may take to finish when the simulator stops. */
const STOP_GRACE_MS = 2_000;
const KEEP_ALIVE_MS = 75_000;

export interface RunningSimulator {
  /** e.g. http://127.0.0.1:4100 */
  origin: string;
  stop(): Promise<void>;
}

/** Brings the simulator up; rejects when the address is taken or the directory can't be written. */
export async function startSimulator(config: SandboxConfig): Promise<RunningSimulator> {
  const certificates = await loadCertificates(config.dataDir, config.merchantId);
  const store = new Store(config.dataDir);
  const simulator: Simulator = { config, certificates, store, dueWork: new DueWork() };
  const server = createAdaptorServer({ fetch: createApp(simulator).fetch }) as Server;
  // Real channels keep a connection for longer than the five seconds of Node.
  server.keepAliveTimeout = KEEP_ALIVE_MS;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(config.port, config.host, resolve);
  });
  simulator.dueWork.start(simulator);
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : config.port;
  const host = config.host.includes(':') ? `[${config.host}]` : config.host;
  return {
    origin: `http://${host}:${port}`,
    async stop() {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      server.closeIdleConnections();
      const cut = setTimeout(() => server.closeAllConnections(), STOP_GRACE_MS);
      await simulator.dueWork.stop();
      await closed;
      clearTimeout(cut);
    },
  };
}
