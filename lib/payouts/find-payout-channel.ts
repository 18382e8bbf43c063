import type { PayoutCarrier } from '@/lib/channels/registry';
import { findContract } from '@/lib/contracts/find-contract';
import { env } from '@/lib/core/env';
import { findCustomer } from '@/lib/customers/find-customer';
import type { ExternalRef } from '@/lib/ledger/chart';

/** Who carries a payout, and under which contract; null is the environment's, and the bank's. */
export interface PayoutWay {
  channel: PayoutCarrier;
  contractId: string | null;
}

const BY_BANK: PayoutWay = { channel: 'bank', contractId: null };

/**
 * The channel that new payouts are set to (PAYOUT_CHANNEL), where the contract of the account's
 * merchant covers payouts and the channel has told what to encrypt the card's number for; the bank
 * otherwise, which always takes them.
 */
export async function findPayoutChannel(account: ExternalRef): Promise<PayoutWay> {
  const channel = env().PAYOUT_CHANNEL;
  if (channel === 'bank' || account.subject !== 'customer_balance') return BY_BANK;
  const customer = await findCustomer(account.owner);
  if (!customer) return BY_BANK;
  const contract = await findContract({ merchantId: customer.merchantId, channel });
  if (!contract?.permissions.includes('payout')) return BY_BANK;
  const certificate =
    contract.channelContract?.encryptionCertificatePem ?? env().UNIONPAY_ENCRYPT_CERT_FILE;
  return certificate ? { channel, contractId: contract.id } : BY_BANK;
}
