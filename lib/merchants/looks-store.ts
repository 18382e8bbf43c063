import { db, type Tx } from '@/lib/core/db';
import type { Picture } from './picture-rules';

/**
 * What of a merchant was changed: its looks (a picture's value is its hash), what goes for its refunds, its
 * members, keys and endpoints. What is new is added to the subjects here; the database takes any such name.
 */
export interface MerchantChange {
  merchantId: string;
  subject:
    | 'accent_color'
    | 'logo'
    | 'refund_when_short'
    | 'shopper_refunds'
    | 'refund_fee'
    | 'unclaimed_refund'
    | 'webhook_endpoint'
    | 'webhook_secret'
    | 'member'
    | 'invitation'
    | 'api_key'
    | 'link_key'
    | 'national_key'
    | 'national_notices'
    | 'signed_requests'
    | 'live_mode'
    | 'payout_account'
    | 'methods'
    | 'limits'
    | 'late_payment_policy'
    | 'return_origins';
  fromValue: string | null;
  toValue: string | null;
  actor: string;
}

export async function insertMerchantChange(tx: Tx, change: MerchantChange): Promise<void> {
  await tx.merchantChange.create({ data: change, select: { id: true } });
}

export async function updateAccentColor(
  tx: Tx,
  merchantId: string,
  accentColor: string,
): Promise<void> {
  await tx.merchant.update({
    where: { id: merchantId },
    data: { accentColor },
    select: { id: true },
  });
}

export async function upsertLogo(
  tx: Tx,
  logo: {
    merchantId: string;
    mediaType: Picture['mediaType'];
    bytes: Uint8Array;
    contentHash: string;
  },
): Promise<void> {
  const { merchantId, ...rest } = logo;
  const picture = { ...rest, bytes: new Uint8Array(rest.bytes) };
  await tx.merchantLogo.upsert({
    where: { merchantId },
    create: { merchantId, ...picture },
    update: picture,
    select: { merchantId: true },
  });
}

export async function deleteLogo(tx: Tx, merchantId: string): Promise<void> {
  await tx.merchantLogo.deleteMany({ where: { merchantId } });
}

export async function selectLogo(
  contentHash: string,
): Promise<{ mediaType: string; bytes: Uint8Array } | undefined> {
  const row = await db().merchantLogo.findFirst({
    where: { contentHash },
    select: { mediaType: true, bytes: true },
  });
  return row ?? undefined;
}
