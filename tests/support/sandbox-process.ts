import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startLocalGateway } from './local-gateway';
import { keepCertificates, takeCertificates } from './rail-certificates';

export interface SandboxProcess {
  origin: string;
  dataDir: string;
  /** Calls the control API, by GET without a body; throws for anything but a success. */
  control(path: string, body?: unknown): Promise<unknown>;
  stop(): Promise<void>;
}

/** The real simulator in its own process on a free port, with a directory of its own, quick about results. */
export async function startSandboxProcess(
  settings: Record<string, string> = {},
): Promise<SandboxProcess> {
  const dataDir = await mkdtemp(join(tmpdir(), 'rail-'));
  takeCertificates(dataDir);
  const port = await freePort();
  const sandbox = spawn(process.execPath, ['--import', 'tsx', 'lib/sandbox/main.ts'], {
    env: {
      ...process.env,
      SANDBOX_PORT: String(port),
      SANDBOX_HOST: '127.0.0.1',
      SANDBOX_DATA_DIR: dataDir,
      SANDBOX_RESULT_DELAY_MS: '50',
      SANDBOX_NOTICE_SCALE: '0.001',
      ...settings,
    },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const origin = `http://127.0.0.1:${port}`;
  await untilHealthy(sandbox, origin);
  keepCertificates(dataDir);
  return {
    origin,
    dataDir,
    async control(path, body) {
      const response = await fetch(`${origin}/control/api/${path}`, {
        method: body === undefined ? 'GET' : 'POST',
        headers: { 'content-type': 'application/json' },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
      return response.json();
    },
    async stop() {
      sandbox.kill('SIGTERM');
      if (sandbox.exitCode === null && sandbox.signalCode === null) await once(sandbox, 'exit');
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

/** A port where nobody listens. */
export async function freePort(): Promise<number> {
  const server = await startLocalGateway((_request, response) => response.end());
  await server.close();
  return Number(new URL(server.origin).port);
}

/** Asks /health until the process answers; it answers for its own death by an error. */
async function untilHealthy(sandbox: ChildProcess, origin: string): Promise<void> {
  if (sandbox.exitCode !== null) throw new Error(`the simulator ended: ${sandbox.exitCode}`);
  const healthy = await fetch(`${origin}/health`).then(
    (response) => response.ok,
    () => false,
  );
  if (healthy) return;
  await new Promise((resolve) => setTimeout(resolve, 50));
  return untilHealthy(sandbox, origin);
}
