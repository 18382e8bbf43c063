import path from 'node:path';
import { startLog } from './files.mjs';
import { ROOT } from './paths.mjs';
import { tsxArgs } from './tsx.mjs';
import { answersOk } from './wait-until.mjs';

/** @typedef {import('./supervise.mjs').Service} Service */

const NEXT = 'node_modules/next/dist/bin/next';
/** Its limits for whoever sends slowly, and its 503: see there. */
const HTTP_SERVER = ['--import', './scripts/lib/http-server.mjs'];
/**
 * Whoever keeps a connection, such as a proxy (60 s by default in nginx), is to be the one who ends it: a request
 * that meets our end of it is lost, and who sent it cannot know how far it came.
 */
const PATIENT = ['--keepAliveTimeout', '75000'];
/**
 * Names are looked up by threads, half of them at most, and a name whose servers are silent holds one for long: by
 * Node's four a single dead webhook address would keep everybody else's names waiting.
 */
const THREADS = '64';

/**
 * The processes that make up a running cashier, each knowing when it is ready.
 * @param {import('./processes.mjs').Processes} processes
 * @param {Record<string, string>} env
 * @param {{ logDir: string, echo?: boolean, sameGroup?: boolean, buildIn?: string }} how
 *   echo: also say on our own output what they say; buildIn: another directory with a build to run the app from
 * @returns {{ sandbox: Service, app: Service, worker: Service, listener: Service }}
 */
export function servicesOf(
  processes,
  env,
  { logDir, echo = false, sameGroup = false, buildIn = ROOT },
) {
  const serviceEnv = {
    UV_THREADPOOL_SIZE: THREADS,
    ...env,
    NODE_ENV: 'production',
    NEXT_TELEMETRY_DISABLED: '1',
  };

  /** @param {string} name @param {string[]} args @param {Pick<Service, 'isReady' | 'restart'>} rest @returns {Service} */
  const node = (name, args, rest) => {
    const logFile = path.join(logDir, `${name}.log`);
    let begun = false;
    return {
      name,
      logFile,
      launch: (seen) => {
        // Only now: whoever launches one of the services may be running another, which goes on writing to its own.
        if (!begun) startLog(logFile);
        begun = true;
        return processes.launch(name, process.execPath, args, {
          cwd: ROOT,
          env: serviceEnv,
          logFile,
          sameGroup,
          onLine: (line) => {
            seen(line);
            if (echo) console.log(line);
          },
        });
      },
      ...rest,
    };
  };

  return {
    sandbox: node('simulator', tsxArgs('lib/sandbox/main.ts'), {
      isReady: () => answersOk(`http://127.0.0.1:${env.SANDBOX_PORT}/health`),
      restart: true,
    }),
    app: node('app', [...HTTP_SERVER, NEXT, 'start', buildIn, '-p', env.PORT ?? '', ...PATIENT], {
      isReady: () => answersOk(`http://127.0.0.1:${env.PORT}/api/health`),
      restart: false,
    }),
    worker: node('worker', tsxArgs('scripts/worker.ts'), {
      isReady: (said) => said.includes('workers ready'),
      restart: true,
    }),
    listener: node('notice-listener', ['scripts/notice-listener.mjs'], {
      isReady: (said) => said.includes('notice listener ready'),
      restart: true,
    }),
  };
}
