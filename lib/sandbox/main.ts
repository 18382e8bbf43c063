import { readConfig } from './config';
import { startSimulator } from './start-simulator';

/** The simulator as a process of its own: `node --import tsx lib/sandbox/main.ts`. */
async function main(): Promise<void> {
  const config = readConfig();
  const simulator = await startSimulator(config);
  console.log(`rail simulator ready at ${simulator.origin}`);
  const stop = () => {
    // A second signal finds no handler left and ends the process the hard way.
    process.off('SIGTERM', stop);
    process.off('SIGINT', stop);
    simulator.stop().then(
      () => process.exit(0),
      (error: unknown) => fail(error),
    );
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
}

function fail(error: unknown): never {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  const message = error instanceof Error ? error.message : String(error);
  console.error(
    code === 'EADDRINUSE'
      ? `The rail simulator's port is taken: set SANDBOX_PORT to a free one (${message}).`
      : `The rail simulator stopped: ${message}`,
  );
  process.exit(1);
}

main().catch(fail);
