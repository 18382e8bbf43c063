import { db, type Tx } from '@/lib/core/db';
import type { Prisma } from '@/prisma/generated/client';
import type { Attempt } from './attempt';
import type { PhonePayment } from './phone-payment';
import { CALL_MS, MOST_CODE_TRIES, type PhoneNote } from './phone-rules';

const COLUMNS = {
  attemptId: true,
  orderId: true,
  lineId: true,
  carrier: true,
  province: true,
  feePoint: true,
  mode: true,
  phoneHash: true,
  phoneMasked: true,
  phoneItemId: true,
  consentVersion: true,
  codeRef: true,
  codeTries: true,
  codeExpiresAt: true,
  codeTakenAt: true,
  payerUnknown: true,
} satisfies Prisma.PhonePaymentSelect;

/** What is kept of the phone that an attempt charges; undefined for any other method. */
export async function selectPhonePayment(
  { id: attemptId, method }: Pick<Attempt, 'id' | 'method'>,
  tx: Tx = db(),
): Promise<PhonePayment | undefined> {
  if (method !== 'carrier') return undefined;
  const row = await tx.phonePayment.findUnique({ where: { attemptId }, select: COLUMNS });
  return row ?? undefined;
}

export async function insertPhonePayment(
  tx: Tx,
  data: Omit<
    PhonePayment,
    'codeRef' | 'codeTries' | 'codeExpiresAt' | 'codeTakenAt' | 'payerUnknown'
  >,
): Promise<void> {
  await tx.phonePayment.create({ data, select: { attemptId: true } });
}

export async function updatePhonePayment(
  tx: Tx,
  attemptId: string,
  data: PhoneNote | { phoneItemId: null },
): Promise<void> {
  await tx.phonePayment.update({ where: { attemptId }, data, select: { attemptId: true } });
}

/**
 * Takes the step that waits for a code, and one of the tries, in one statement: of guesses at the same
 * moment one gets through, and never more in all than the tries there are. undefined: none was left.
 * The channel is asked when the step may be given back, should the taker die.
 */
export async function takePhoneCodeStep(
  attemptId: string,
): Promise<{ tries: number; codeRef: string | null } | undefined> {
  const rows = await db().$queryRaw<{ tries: number; codeRef: string | null }[]>`
    WITH step AS (
      UPDATE attempts
         SET next_step = NULL,
             next_ask_at = LEAST(next_ask_at,
                                 clock_timestamp() + make_interval(secs => ${CALL_MS / 1000}::float8))
       WHERE id = ${attemptId} AND state = 'waiting' AND next_step->>'type' = 'enter-code'
      RETURNING id)
    UPDATE phone_payments p SET code_tries = p.code_tries + 1, code_taken_at = clock_timestamp()
      FROM step WHERE p.attempt_id = step.id AND p.code_tries < ${MOST_CODE_TRIES}
    RETURNING p.code_tries AS tries, p.code_ref AS "codeRef"`;
  return rows[0];
}
