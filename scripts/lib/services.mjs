import path from 'node:path';
import { startLog } from './files.mjs';
import { ROOT } from './paths.mjs';
import { tsxArgs } from './tsx.mjs';
import { answersOk } from './wait-until.mjs';

/** @typedef {import('./supervise.mjs').Service} Service */

/**
 * The processes that make up a running cashier, each knowing when it is ready.
 * @param {import('./processes.mjs').Processes} processes
 * @param {Record<string, string>} env
 * @param {{ logDir: string, echo?: boolean, sameGroup?: boolean }} how
 *   echo: also say on our own output what they say
 * @returns {{ sandbox: Service, app: Service, worker: Service }}
 */
export function servicesOf(processes, env, { logDir, echo = false, sameGroup = false }) {
  const serviceEnv = { ...env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' };

  /** @param {string} name @param {string[]} args @param {Pick<Service, 'isReady' | 'restart'>} rest @returns {Service} */
  const node = (name, args, rest) => {
    const logFile = startLog(path.join(logDir, `${name}.log`));
    return {
      name,
      logFile,
      launch: (seen) =>
        processes.launch(name, process.execPath, args, {
          cwd: ROOT,
          env: serviceEnv,
          logFile,
          sameGroup,
          onLine: (line) => {
            seen(line);
            if (echo) console.log(line);
          },
        }),
      ...rest,
    };
  };

  return {
    sandbox: node('simulator', tsxArgs('lib/sandbox/main.ts'), {
      isReady: () => answersOk(`http://127.0.0.1:${env.SANDBOX_PORT}/health`),
      restart: true,
    }),
    app: node('app', ['node_modules/next/dist/bin/next', 'start', '-p', env.PORT ?? ''], {
      isReady: () => answersOk(`http://127.0.0.1:${env.PORT}/api/health`),
      restart: false,
    }),
    worker: node('worker', tsxArgs('scripts/worker.ts'), {
      isReady: (said) => said.includes('workers ready'),
      restart: true,
    }),
  };
}
