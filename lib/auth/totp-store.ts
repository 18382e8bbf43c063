import { db, type Tx } from '@/lib/core/db';

/** The vault item of the authenticator's secret; undefined for who may not sign in with one in that role. */
export async function selectTotp(
  { userId, role }: { userId: string; role: 'office' | 'merchant' },
  tx: Tx = db(),
): Promise<{ totpItemId: string | null } | undefined> {
  const row = await tx.user.findFirst({
    where: { id: userId, role, disabledAt: null },
    select: { totpItemId: true },
  });
  return row ?? undefined;
}

/** Uses a step up, with all before it: true for exactly one caller, and never again. */
export async function spendTotpStep(
  { userId, itemId, step }: { userId: string; itemId: string; step: bigint },
  tx: Tx = db(),
): Promise<boolean> {
  const changed = await tx.$executeRaw`
    UPDATE users SET totp_step = ${step}
     WHERE id = ${userId} AND totp_item_id = ${itemId} AND disabled_at IS NULL
       AND (totp_step IS NULL OR totp_step < ${step})`;
  return changed === 1;
}

/** Sets an authenticator up, with the password that its owner chose. False when there is one by now. */
export async function insertTotp(
  tx: Tx,
  given: {
    userId: string;
    tokenVersion: number;
    itemId: string;
    step: bigint;
    passwordHash: string;
  },
): Promise<boolean> {
  const { userId, tokenVersion, itemId, step, passwordHash } = given;
  const changed = await tx.user.updateMany({
    where: { id: userId, tokenVersion, role: 'office', totpItemId: null, disabledAt: null },
    data: {
      totpItemId: itemId,
      totpStep: step,
      passwordHash,
      // Whoever knows the password of before is out.
      tokenVersion: { increment: 1 },
    },
  });
  return changed.count === 1;
}

export async function noteSignIn(tx: Tx, userId: string): Promise<void> {
  await tx.$executeRaw`
    UPDATE users SET last_sign_in_at = clock_timestamp() WHERE id = ${userId}`;
}
