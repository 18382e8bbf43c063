import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { askableForMemory } from './live-memory';
import { startStack } from './stack';

/** `node --import tsx run-on-stack.ts <file> [arguments]`: runs a file with a whole cashier of its own around it. */
async function run(file = '', ...rest: string[]): Promise<void> {
  const stack = await startStack({
    name: 'bench',
    settings: { LOG_LEVEL: 'warn', ...askableForMemory() },
  });
  try {
    const child = spawn(process.execPath, ['--import', 'tsx', file, ...rest], {
      env: { ...process.env, ...stack.env },
      stdio: 'inherit',
    });
    const [code] = await once(child, 'exit');
    process.exitCode = code ?? 1;
  } finally {
    await stack.stop();
  }
}

void run(...process.argv.slice(2));
