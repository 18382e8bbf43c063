import { Refusal } from '@/lib/core/errors';
import { inTransaction } from '@/lib/core/unit-of-work';
import { KEEP_ANSWERS_HOURS } from './answer-once';
import {
  AT_WORK,
  deleteClaim,
  findAnswer,
  keepAnswer,
  tryIdempotencyLock,
} from './stored-answer-store';

/**
 * As `answerOnce`, for a change of several commits with a call to a channel between them: the key is claimed
 * first, and the answer kept afterwards. Where the process dies in between, the same request runs the change
 * again once the claim is over: `run` has to be a change that finds out what it did before. Any other request
 * under the key stays refused, for nobody knows how far the first one came.
 *
 * @throws Refusal idempotency_in_progress, idempotency_key_reused, those of run
 */
export async function answerInSteps(
  call: { merchantId: string; key: string; inputHash: string },
  run: () => Promise<{ status: number; body: string }>,
): Promise<{ status: number; body: string; hit: boolean }> {
  const { merchantId, key, inputHash } = call;
  const keepSeconds = KEEP_ANSWERS_HOURS * 3_600;
  const known = await inTransaction(async (tx) => {
    if (!(await tryIdempotencyLock(tx, call))) throw new Refusal('idempotency_in_progress');
    const found = await findAnswer(tx, call);
    if (found && found.inputHash !== inputHash) throw new Refusal('idempotency_key_reused');
    if (found && !found.isLeft) return found;
    await keepAnswer(tx, { merchantId, key, inputHash, status: AT_WORK, answer: '', keepSeconds });
    return undefined;
  });
  if (known) {
    if (known.status === AT_WORK) throw new Refusal('idempotency_in_progress');
    return { status: known.status, body: known.answer, hit: true };
  }
  const { status, body } = await run().catch(async (error: unknown) => {
    await inTransaction((tx) => deleteClaim(tx, call));
    throw error;
  });
  await inTransaction((tx) =>
    keepAnswer(tx, { merchantId, key, inputHash, status, answer: body, keepSeconds }),
  );
  return { status, body, hit: false };
}
