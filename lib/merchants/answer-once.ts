import type { Tx } from '@/lib/core/db';
import { Refusal } from '@/lib/core/errors';
import { AT_WORK, findAnswer, keepAnswer, tryIdempotencyLock } from './stored-answer-store';

/** How long a stored answer is given again: a day, and room for a caller's slowest retry. */
export const KEEP_ANSWERS_HOURS = 48;

/**
 * Runs a change under the merchant's idempotency key, in the transaction of the change itself, so
 * that the answer is kept if and only if the effect is. The first answer is given again for the
 * same input; a refusal keeps nothing, so the same key may try again.
 * Refusals: idempotency_in_progress, idempotency_key_reused (other input under the same key).
 */
export async function answerOnce(
  tx: Tx,
  { merchantId, key, inputHash }: { merchantId: string; key: string; inputHash: string },
  run: () => Promise<{ status: number; body: string }>,
): Promise<{ status: number; body: string; hit: boolean }> {
  if (!(await tryIdempotencyLock(tx, { merchantId, key }))) {
    throw new Refusal('idempotency_in_progress');
  }
  const known = await findAnswer(tx, { merchantId, key });
  if (known) {
    if (known.inputHash !== inputHash) throw new Refusal('idempotency_key_reused');
    if (known.status === AT_WORK) throw new Refusal('idempotency_in_progress');
    return { status: known.status, body: known.answer, hit: true };
  }
  const answer = await run();
  const { status, body } = answer;
  await keepAnswer(tx, {
    merchantId,
    key,
    inputHash,
    status,
    answer: body,
    keepSeconds: KEEP_ANSWERS_HOURS * 3_600,
  });
  return { ...answer, hit: false };
}
