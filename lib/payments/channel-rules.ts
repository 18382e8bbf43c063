import type { Agreement, ChannelAgreement } from '@/lib/agreements/agreement';
import { healthOf, isUsable } from '@/lib/channel-health/rules';
import { CARD_CHANNELS, type Contract, type ContractChannel } from '@/lib/contracts/contract';
import { missingForCards } from '@/lib/contracts/rules';
import type { Permission } from '@/lib/core/permissions';
import {
  type HostFacts,
  type QuickPassSurface,
  quickpassSurface,
} from '@/lib/methods/quickpass-surface';
import type { AmountRange } from '@/lib/methods/rank-methods';
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

/** What contracts take at once between them; nothing where none of them has an end. */
export function rangeOf(contracts: readonly (Contract | undefined)[]): { range?: AmountRange } {
  const known = contracts.filter((contract) => contract !== undefined);
  const least = endOf(known, 'least', (a, b) => a < b);
  const most = endOf(known, 'most', (a, b) => a > b);
  return least || most ? { range: { least, most } } : {};
}

/** The widest of the ends; no end at all where one contract has none. */
function endOf(
  contracts: readonly Contract[],
  end: 'least' | 'most',
  isWider: (a: bigint, b: bigint) => boolean,
): Money | null {
  const ends = contracts.map((contract) => contract[end]);
  return ends.reduce(
    (widest, one) =>
      widest && one && isWider(one.amountMinor, widest.amountMinor) ? one : one && widest,
    ends[0] ?? null,
  );
}

/** Which way of QuickPass works here, by contract, host and how UnionPay is doing. */
export function surfaceHere(
  { contracts, health, maintenance }: ChannelFacts,
  host: HostFacts,
): QuickPassSurface {
  // Before what the host could do: no other browser would help.
  if (contracts.unionpay && maintenance.unionpay?.until) {
    return { kind: 'unavailable', reason: 'maintenance', wayOut: 'choose_other' };
  }
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

type OpenSurface = Exclude<QuickPassSurface, { kind: 'unavailable' }>;

/** What the contract must hold for this way of QuickPass. */
function neededFor(surface: OpenSurface): Permission {
  if (surface.kind === 'qr') return 'qr';
  return surface.kind === 'wap' && surface.by === 'api' ? 'api_wap' : 'control';
}

/** Would UnionPay carry such an amount by this way, here and now? */
export function quickpassRoute(
  { now, health, contracts, maintenance }: ChannelFacts,
  { amount, surface }: { amount: Money; surface: OpenSurface },
): Route {
  const channel = 'unionpay';
  const contract = contracts[channel];
  const needs = neededFor(surface);
  // UnionPay's own page needs no call of ours: it is reached by a form of the browser's.
  const called = needs === 'api_wap' ? [] : health;
  const candidate = {
    channel,
    contract: contract ? termsOf(contract) : null,
    needs,
    supportsCard: true,
    agreement: 'none',
    health: healthOf(called, { channel, operation: 'pay' }),
    inMaintenance: maintenance[channel]?.until !== undefined,
  } as const;
  return chooseChannel({ amount, cardType: null, now, candidates: [candidate] });
}

/**
 * Which channel carries a payment by bound card; `signed` is what the channels know of the card.
 * Without a card it says whether any channel would take such an amount at all.
 */
export function cardRoute(
  { now, health, contracts, maintenance }: ChannelFacts,
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
  const candidates = CARD_CHANNELS.map((channel) => {
    const contract = contracts[channel];
    const here = signed.filter((one) => one.channel === channel);
    return {
      channel,
      contract: contract ? termsOf(contract) : null,
      needs: (contract && missingForCards({ channel, permissions: contract.permissions })) ?? null,
      supportsCard: !refusedTheCard(here),
      agreement: here.some(({ state }) => state === 'active')
        ? ('active' as const)
        : ('none' as const),
      health: healthOf(health, { channel, operation: 'pay' }),
      inMaintenance: maintenance[channel]?.until !== undefined,
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
