import type { PayoutRail } from '@/lib/channels/registry';
import { findContract } from '@/lib/contracts/find-contract';
import { env } from '@/lib/core/env';

/** Who carries a payout, and under which contract; null is the environment's, and the bank's. */
export interface PayoutWay {
  channel: PayoutRail;
  contractId: string | null;
}

const BY_BANK: PayoutWay = { channel: 'bank', contractId: null };

/**
 * The channel that new payouts are set to (PAYOUT_CHANNEL), where that merchant's contract covers
 * payouts and the channel has told what to encrypt the card's number for; the bank otherwise, which
 * always takes them.
 */
export async function findPayoutChannel({
  merchantId,
}: {
  merchantId: string | undefined;
}): Promise<PayoutWay> {
  const channel = env().PAYOUT_CHANNEL;
  if (channel === 'bank' || !merchantId) return BY_BANK;
  const contract = await findContract({ merchantId, channel });
  if (!contract?.permissions.includes('payout')) return BY_BANK;
  const certificate =
    contract.channelContract?.encryptionCertificatePem ?? env().UNIONPAY_ENCRYPT_CERT_FILE;
  return certificate ? { channel, contractId: contract.id } : BY_BANK;
}
