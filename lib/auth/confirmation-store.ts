import { db, type Tx } from '@/lib/core/db';
import { CODE_MINUTES, MOST_TRIES } from './store';

export interface ConfirmedAction {
  userId: string;
  subject: string;
}

/** Puts the new code in the place of an earlier one for the same action. */
export async function replaceConfirmationCode(
  tx: Tx,
  { id, userId, subject, codeHash }: ConfirmedAction & { id: string; codeHash: string },
): Promise<void> {
  // Two requests at once would each delete what is there and both insert.
  await tx.$executeRaw`
    SELECT pg_advisory_xact_lock(hashtextextended(${`confirmation:${userId}:${subject}`}, 0))`;
  await tx.confirmationCode.deleteMany({ where: { userId, subject } });
  await tx.$executeRaw`
    INSERT INTO confirmation_codes (id, user_id, subject, code_hash, expires_at)
    VALUES (${id}, ${userId}, ${subject}, ${codeHash},
            clock_timestamp() + make_interval(mins => ${CODE_MINUTES}))`;
}

/** Takes one of the live code's tries before the answer is looked at. */
export async function takeConfirmationTry(
  { userId, subject }: ConfirmedAction,
  tx: Tx = db(),
): Promise<{ id: string; codeHash: string } | undefined> {
  const rows = await tx.$queryRaw<{ id: string; codeHash: string }[]>`
    UPDATE confirmation_codes SET tries = tries + 1
     WHERE user_id = ${userId} AND subject = ${subject} AND consumed_at IS NULL
       AND tries < ${MOST_TRIES} AND expires_at > clock_timestamp()
    RETURNING id, code_hash AS "codeHash"`;
  return rows[0];
}

/** True for exactly one caller. */
export async function consumeConfirmationCode(id: string, tx: Tx = db()): Promise<boolean> {
  const changed = await tx.$executeRaw`
    UPDATE confirmation_codes SET consumed_at = clock_timestamp()
     WHERE id = ${id} AND consumed_at IS NULL`;
  return changed === 1;
}

/** The vault item of the phone that the user's codes go to. */
export async function selectPhoneItem(
  userId: string,
  tx: Tx = db(),
): Promise<string | null | undefined> {
  const row = await tx.user.findUnique({ where: { id: userId }, select: { phoneItemId: true } });
  return row?.phoneItemId;
}
