import { env } from '@/lib/core/env';
import { Refusal } from '@/lib/core/errors';
import { takeToken } from './store';

/**
 * Counts one call of a key against its rate: so many in the long run, and more at once after a rest.
 * @throws Refusal rate_limited {retryAfterSeconds}
 */
export async function spendRequest({ keyId }: { keyId: string }): Promise<void> {
  const { API_CALLS_PER_SECOND: perSecond, API_CALLS_AT_ONCE: atOnce } = env();
  const result = await takeToken(keyId, { perSecond, atOnce });
  if (result.taken) return;
  throw new Refusal('rate_limited', { retryAfterSeconds: result.waitSeconds });
}
