import { startStack } from './stack';

/** Playwright's set-up: one cashier for all browser tests, its settings in the environment of their workers. */
export default async function setUp(): Promise<() => Promise<void>> {
  const stack = await startStack({ name: 'e2e' });
  Object.assign(process.env, stack.env);
  return () => stack.stop();
}
