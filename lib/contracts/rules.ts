import type { ChannelContract } from '@/lib/channels/port';
import type { Permission } from '@/lib/core/permissions';
import type { CardChannel, Contract, ContractChannel } from './contract';

/** What a contract with each channel can cover at all. */
export const PERMISSIONS_OF: Record<ContractChannel, readonly Permission[]> = {
  unionpay: ['control', 'sdk_wap', 'api_wap', 'qr', 'no_redirect', 'token', 'payout'],
  netsunion: ['token', 'silent_signing'],
  carrier: ['carrier_sms', 'carrier_wap', 'carrier_direct', 'carrier_periodic'],
};

/** Who may stand between the merchant and each channel. */
export const ACCESS_OF: Record<ContractChannel, readonly ChannelContract['access']['type'][]> = {
  unionpay: ['merchant', 'institution', 'platform'],
  netsunion: ['merchant'],
  carrier: ['merchant'],
};

/** What a card by agreement takes: UnionPay sells the token product on top of no-redirect. */
const CARDS_TAKE: Record<CardChannel, readonly Permission[]> = {
  unionpay: ['token', 'no_redirect'],
  netsunion: ['token'],
};

/** The first permission that the contract lacks for cards by agreement; undefined when it covers them. */
export const missingForCards = ({
  channel,
  permissions,
}: Pick<Contract, 'permissions'> & { channel: CardChannel }): Permission | undefined =>
  CARDS_TAKE[channel].find((permission) => !permissions.includes(permission));
