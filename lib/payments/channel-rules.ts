import type { Agreement, ChannelAgreement } from '@/lib/agreements/agreement';
import { healthOf, isUsable } from '@/lib/channel-health/rules';
import { CONTRACT_CHANNELS, type Contract, type ContractChannel } from '@/lib/contracts/contract';
import { missingForCards } from '@/lib/contracts/rules';
import type { Permission } from '@/lib/core/permissions';
import {
  type HostFacts,
  type QuickPassSurface,
  quickpassSurface,
} from '@/lib/methods/quickpass-surface';
import type { Money } from '@/lib/money/money';
import { chooseChannel } from '@/lib/routing/choose-channel';
import type { ContractTerms, Route } from '@/lib/routing/route';
import type { ChannelFacts } from './find-channel-facts';

/** A contract as routing wants to know it. */
export const termsOf = ({ permissions, least, most, ...terms }: Contract): ContractTerms => ({
  permissions,
  leastMinor: least?.amountMinor ?? null,
  mostMinor: most?.amountMinor ?? null,
  hours: terms.hours,
  debitCostMillionths: terms.debitCostMillionths,
  creditCostMillionths: terms.creditCostMillionths,
});

/** Which way of QuickPass works here, by contract, host and how UnionPay is doing. */
export function surfaceHere(
  { contracts, health }: ChannelFacts,
  host: HostFacts,
): QuickPassSurface {
  const contract = contracts.unionpay;
  const can = (permission: Permission) => contract?.permissions.includes(permission) ?? false;
  const permissions = {
    control: can('control'),
    sdkWap: can('sdk_wap'),
    apiWap: can('api_wap'),
    qr: can('qr'),
  };
  const surface = quickpassSurface({ host, permissions, channelOpen: contract !== undefined });
  // A TN and a QR code are asked for; UnionPay's own page is reached by the browser alone.
  const called =
    surface.kind !== 'unavailable' && !(surface.kind === 'wap' && surface.by === 'api');
  const usable = isUsable(healthOf(health, { channel: 'unionpay', operation: 'pay' }));
  return called && !usable ? quickpassSurface({ host, permissions, channelOpen: false }) : surface;
}

/**
 * Which channel carries a payment by bound card; `signed` is what the channels know of the card.
 * Without a card it says whether any channel would take such an amount at all.
 */
export function cardRoute(
  { now, health, contracts }: ChannelFacts,
  {
    amount,
    agreement,
    signed = [],
    exclude = [],
  }: {
    amount: Money;
    agreement?: Pick<Agreement, 'cardType'>;
    signed?: readonly ChannelAgreement[];
    exclude?: readonly ContractChannel[];
  },
): Route {
  const candidates = CONTRACT_CHANNELS.map((channel) => {
    const contract = contracts[channel];
    const here = signed.filter((one) => one.channel === channel);
    return {
      channel,
      contract: contract ? termsOf(contract) : null,
      needs: (contract && missingForCards(contract)) ?? null,
      supportsCard: !refusedTheCard(here),
      agreement: here.some(({ state }) => state === 'active')
        ? ('active' as const)
        : ('none' as const),
      health: healthOf(health, { channel, operation: 'pay' }),
    };
  });
  const cardType = agreement?.cardType ?? null;
  return chooseChannel({ amount, cardType, now, candidates, exclude });
}

/** The channel has said about this very card that it does not take it, and nothing else since. */
function refusedTheCard(here: readonly ChannelAgreement[]): boolean {
  const newest = here.at(-1);
  return newest?.state === 'failed' && newest.failureReason === 'card_unsupported';
}
