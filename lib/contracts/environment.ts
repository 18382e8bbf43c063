import type { ChannelContract } from '@/lib/channels/port';
import { env } from '@/lib/core/env';
import type { Contract, ContractChannel } from './contract';
import { selectEncryptionCertificate } from './store';

/** What holds where the database has no contract: the numbers and permissions of the environment. */
export const environmentContract = (channel: ContractChannel): Contract => ({
  id: null,
  channel,
  permissions: channel === 'unionpay' ? env().UNIONPAY_PERMISSIONS : env().NETSUNION_PERMISSIONS,
  debitCostMillionths: 0,
  creditCostMillionths: 0,
  least: null,
  most: null,
  hours: null,
});

/** A contract's terms as the adapter needs them; those of the adapter's own configuration spelt out. */
export const termsOf = ({ channel, channelContract }: Contract): ChannelContract =>
  channelContract ?? {
    merchantNo: channel === 'unionpay' ? env().UNIONPAY_MERCHANT_ID : env().NETSUNION_MERCHANT_NO,
    access: { type: 'merchant' },
  };

/** Card data is encrypted for the channel's newest certificate. */
export async function withCertificate(contract: Contract): Promise<Contract> {
  const pem = await selectEncryptionCertificate(contract.channel);
  if (!pem) return contract;
  const channelContract = { ...termsOf(contract), encryptionCertificatePem: pem };
  return { ...contract, channelContract };
}
