import type { ChannelContract } from '@/lib/channels/port';
import { env } from '@/lib/core/env';
import type { Contract, ContractChannel } from './contract';

/** What holds where the database has no contract: the numbers and permissions of the environment. */
export const environmentContract = (channel: ContractChannel): Contract => ({
  id: null,
  channel,
  permissions: permissionsOf(channel),
  debitCostMillionths: 0,
  creditCostMillionths: 0,
  least: null,
  most: null,
  hours: null,
});

/** A contract's terms as the adapter needs them; those of the adapter's own configuration spelt out. */
export const termsOf = ({ channel, channelContract }: Contract): ChannelContract =>
  channelContract ?? {
    merchantNo: merchantNoOf(channel),
    access: { type: 'merchant' },
  };

/** Card data is encrypted for the channel's newest certificate. */
export const withCertificate = (contract: Contract, pem: string | null): Contract =>
  pem === null
    ? contract
    : {
        ...contract,
        channelContract: { ...termsOf(contract), encryptionCertificatePem: pem },
      };

function permissionsOf(channel: ContractChannel): Contract['permissions'] {
  switch (channel) {
    case 'unionpay':
      return env().UNIONPAY_PERMISSIONS;
    case 'netsunion':
      return env().NETSUNION_PERMISSIONS;
    case 'carrier':
      return env().CARRIER_PERMISSIONS;
  }
}

function merchantNoOf(channel: ContractChannel): string {
  switch (channel) {
    case 'unionpay':
      return env().UNIONPAY_MERCHANT_ID;
    case 'netsunion':
      return env().NETSUNION_MERCHANT_NO;
    case 'carrier':
      return env().CARRIER_MERCHANT_NO;
  }
}
