import { strict as assert } from 'node:assert';
import { OPERATIONS } from '@/lib/api/operations';
import { checkedFetch } from '@/tests/support/checked-fetch';
import { readHostile, sendHostile } from '@/tests/support/hostile-calls';
import { startStack } from '@/tests/support/stack';

/** Every hostile value in every field of every call, of which `npm test` sends a part: no call breaks. */
export async function prove(only = ''): Promise<void> {
  const stack = await startStack({ name: 'fuzz', settings: { LOG_LEVEL: 'warn' } });
  Object.assign(process.env, stack.env);
  globalThis.fetch = checkedFetch(globalThis.fetch);
  try {
    const calls = OPERATIONS.filter(({ id, body }) => body && id.includes(only));
    assert(calls.length > 0, `no call is called "${only}"`);
    const found: string[] = [];
    const told = ({ sent, problems }: Awaited<ReturnType<typeof readHostile>>, what: string) => {
      console.log(`${what.padEnd(24)} ${sent} sent, ${problems.length} problems`);
      found.push(...problems.map((problem) => `${what}: ${problem}`));
    };
    for (const one of calls) told(await sendHostile(stack.origin, one), one.id);
    if (!only) told(await readHostile(stack.origin), 'reads');
    assert.deepEqual(found, []);
  } finally {
    await stack.stop();
  }
}
