import { performance } from 'node:perf_hooks';
import { log } from '@/lib/core/log';
import { measureCall } from '@/lib/core/metrics';
import { inSpan } from '@/lib/core/spans';
import { countCall } from './count-call';
import type { Called } from './health';
import { type Answer, resultOf } from './rules';

/**
 * Makes one call of an adapter and counts how it went, in a statement of its own after the answer. No
 * database transaction may be open. It does not ask the breaker: questions are always let through,
 * for they are how the truth is learned; before anything else the caller has looked at the channel's
 * health and, where it has to, claimed the probe.
 */
export async function callChannel<T extends Answer>(
  called: Called,
  call: () => Promise<T>,
): Promise<T> {
  const { channel, operation, carrier } = called;
  const began = performance.now();
  const answer = await inSpan(`${operation} at ${channel}`, call);
  const result = resultOf(answer);
  if (!result) return answer;
  const took = performance.now() - began;
  measureCall({ channel, operation, result }, took / 1_000);
  const { kind } = answer;
  const durationMs = Math.round(took);
  log().info({ channel, operation, carrier, result, kind, durationMs }, 'a channel was called');
  await countCall({ ...called, result });
  return answer;
}
