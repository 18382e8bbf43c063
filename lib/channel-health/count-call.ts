import { log } from '@/lib/core/log';
import type { Called, CallResult } from './health';
import { countAnswer, countFailure, openBreaker } from './store';

/**
 * Writes down how one call to a channel went, and moves the breaker of that operation by it. Never
 * throws: whoever called has a payment to go on with, and a count that got lost is only logged.
 */
export async function countCall({
  result,
  ...called
}: Called & { result: CallResult }): Promise<void> {
  try {
    if (result === 'answered') return await countAnswer(called);
    await countFailure(called);
    if (await openBreaker(called)) log().warn(called, 'a channel is left alone for a while');
  } catch (error) {
    log().error({ error, ...called, result }, 'a call to a channel could not be counted');
  }
}
