import { open, seal } from '@/lib/core/crypto';
import type { Tx } from '@/lib/core/db';
import { answerOnce } from './answer-once';

/**
 * As `answerOnce`, for an answer that shows a secret: it is kept sealed, and given again to whoever repeats
 * the call under its key, as any answer is.
 *
 * @throws Refusal idempotency_in_progress, idempotency_key_reused, those of run
 */
export async function answerWithSecret(
  tx: Tx,
  call: { merchantId: string; key: string; inputHash: string },
  run: () => Promise<{ status: number; shown: object }>,
): Promise<{ status: number; body: string; hit: boolean }> {
  const context = `idempotency:${call.merchantId}:${call.key}`;
  const { status, body, hit } = await answerOnce(tx, call, async () => {
    const answer = await run();
    const sealed = seal(JSON.stringify(answer.shown), context).toString('base64');
    return { status: answer.status, body: sealed };
  });
  return { status, body: open(Buffer.from(body, 'base64'), context).toString(), hit };
}
