import { db, type Tx } from '@/lib/core/db';
import type { MerchantRole } from '@/lib/core/merchant-permissions';
import { Prisma } from '@/prisma/generated/client';
import { INVITATION_HOURS } from './invitation-rules';
import type { Invitation } from './member';
import { pairOf } from './member-store';

const IS_OPEN = Prisma.sql`accepted_at IS NULL AND withdrawn_at IS NULL`;

export async function insertInvitation(
  tx: Tx,
  given: {
    id: string;
    merchantId: string;
    email: string;
    merchantRole: MerchantRole;
    tokenHash: string;
    invitedBy: string;
  },
): Promise<void> {
  const { id, merchantId, email, merchantRole, tokenHash, invitedBy } = given;
  await tx.$executeRaw`
    INSERT INTO member_invitations (id, merchant_id, email, merchant_role, token_hash, invited_by, expires_at)
    VALUES (${id}, ${merchantId}, ${email}, ${merchantRole}::merchant_role, ${tokenHash}, ${invitedBy},
            clock_timestamp() + make_interval(hours => ${INVITATION_HOURS}::int))`;
}

/** Those of a merchant that nobody used and nobody withdrew, newest first; too old ones, too. */
export const selectInvitations = (merchantId: string, tx: Tx = db()): Promise<Invitation[]> =>
  tx.$queryRaw<Invitation[]>`
    SELECT id, email, merchant_role::text AS "merchantRole", created_at AS "createdAt",
           expires_at AS "expiresAt", expires_at <= clock_timestamp() AS "isOver"
      FROM member_invitations
     WHERE merchant_id IN ${pairOf(merchantId)} AND ${IS_OPEN}
     ORDER BY created_at DESC, id DESC`;

/** The invitation behind a link that still is good. */
export async function selectOpenInvitation(
  tokenHash: string,
  tx: Tx = db(),
): Promise<
  { id: string; merchantId: string; email: string; merchantRole: MerchantRole } | undefined
> {
  const rows = await tx.$queryRaw<
    { id: string; merchantId: string; email: string; merchantRole: MerchantRole }[]
  >`
    SELECT id, merchant_id AS "merchantId", email, merchant_role::text AS "merchantRole"
      FROM member_invitations
     WHERE token_hash = ${tokenHash} AND ${IS_OPEN} AND expires_at > clock_timestamp()`;
  return rows[0];
}

/** True for exactly one caller. */
export async function markInvitationAccepted(
  tx: Tx,
  { id, userId }: { id: string; userId: string },
): Promise<boolean> {
  const changed = await tx.$executeRaw`
    UPDATE member_invitations SET accepted_at = clock_timestamp(), accepted_by = ${userId}
     WHERE id = ${id} AND ${IS_OPEN} AND expires_at > clock_timestamp()`;
  return changed === 1;
}

/** All that somebody made for a merchant and nobody used; answers which. */
export const markInvitationsOfWithdrawn = (
  tx: Tx,
  { merchantId, invitedBy }: { merchantId: string; invitedBy: string },
): Promise<{ email: string; merchantRole: MerchantRole }[]> =>
  tx.$queryRaw<{ email: string; merchantRole: MerchantRole }[]>`
    UPDATE member_invitations SET withdrawn_at = clock_timestamp()
     WHERE invited_by = ${invitedBy} AND merchant_id IN ${pairOf(merchantId)} AND ${IS_OPEN}
    RETURNING email, merchant_role::text AS "merchantRole"`;

/** Undefined when the merchant has no open invitation of that number. */
export async function markInvitationWithdrawn(
  tx: Tx,
  { id, merchantId }: { id: string; merchantId: string },
): Promise<{ email: string; merchantRole: MerchantRole } | undefined> {
  const rows = await tx.$queryRaw<{ email: string; merchantRole: MerchantRole }[]>`
    UPDATE member_invitations SET withdrawn_at = clock_timestamp()
     WHERE id = ${id} AND merchant_id IN ${pairOf(merchantId)} AND ${IS_OPEN}
    RETURNING email, merchant_role::text AS "merchantRole"`;
  return rows[0];
}
