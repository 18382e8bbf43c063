import type { ChannelContract } from '@/lib/channels/port';
import { PERMISSIONS, type Permission } from '@/lib/core/permissions';
import type { Contract, ContractChannel } from './contract';

/** What a contract with each channel can cover at all. */
export const PERMISSIONS_OF: Record<ContractChannel, readonly Permission[]> = {
  unionpay: PERMISSIONS.filter((permission) => permission !== 'silent_signing'),
  netsunion: ['token', 'silent_signing'],
};

/** Who may stand between the merchant and each channel. */
export const ACCESS_OF: Record<ContractChannel, readonly ChannelContract['access']['type'][]> = {
  unionpay: ['merchant', 'institution', 'platform'],
  netsunion: ['merchant'],
};

/** What a card by agreement takes: UnionPay sells the token product on top of no-redirect. */
const CARDS_TAKE: Record<ContractChannel, readonly Permission[]> = {
  unionpay: ['token', 'no_redirect'],
  netsunion: ['token'],
};

/** The first permission that the contract lacks for cards by agreement; undefined when it covers them. */
export const missingForCards = ({
  channel,
  permissions,
}: Pick<Contract, 'channel' | 'permissions'>): Permission | undefined =>
  CARDS_TAKE[channel].find((permission) => !permissions.includes(permission));
