import type { ChargeObstacle, LineFacts, PhoneNumber } from '@/lib/carriers/line';
import { listLineFacts } from '@/lib/carriers/list-line-facts';
import { healthOf, isUsable } from '@/lib/channel-health/rules';
import type { CarrierMode } from '@/lib/channels/port';
import type { Contract } from '@/lib/contracts/contract';
import type { Order } from '@/lib/orders/order';
import { chooseLine } from '@/lib/routing/choose-line';
import type { ChosenLine } from '@/lib/routing/line-route';
import type { Route } from '@/lib/routing/route';
import { findChannelFacts } from './find-channel-facts';
import { contractObstacle, modesPermitted } from './phone-rules';

export interface PhoneRouting {
  number: PhoneNumber;
  /** The ways that suit whoever pays, the best first; the contract may allow fewer. */
  modes: readonly CarrierMode[];
  /** It begins or renews a subscription. */
  periodic: boolean;
  /** Lines that were tried and are known not to have charged. */
  exclude?: readonly string[];
}

export type PhoneRoute =
  | { chosen: ChosenLine; left: LineFacts['left']; contract: Contract; routing: Route }
  | { chosen: null; obstacle: ChargeObstacle };

/** Which line of its carrier would charge this phone for this order, or what is in the way. */
export async function findPhoneRoute(
  { merchantId, amount }: Order,
  { number, modes, periodic, exclude = [] }: PhoneRouting,
): Promise<PhoneRoute> {
  const [{ now, health, contracts, maintenance }, lines] = await Promise.all([
    findChannelFacts({ merchantId }),
    listLineFacts({ number, merchantId, amount, periodic }),
  ]);
  const contract = contracts.carrier;
  if (!contract || maintenance.carrier?.until) {
    return { chosen: null, obstacle: { reason: 'channel_unavailable' } };
  }
  const barred = contractObstacle(contract, { amount, now });
  if (barred) return { chosen: null, obstacle: barred };
  const { carrier, province } = number;
  const { permissions } = contract;
  const carrierHealth = healthOf(health, { channel: 'carrier', operation: 'pay', carrier });
  const route = chooseLine({
    amount,
    lines,
    carrier,
    province,
    modes: modesPermitted(modes, { permissions, periodic }),
    now,
    usable: isUsable(carrierHealth),
    exclude,
  });
  const { chosen, obstacle, ranking } = route;
  const taken = chosen && lines.find(({ line }) => line.id === chosen.lineId);
  if (!chosen || !taken) {
    return { chosen: null, obstacle: obstacle ?? { reason: 'channel_unavailable' } };
  }
  const probe = carrierHealth.state !== 'closed';
  const routing: Route = { chosen: 'carrier', probe, ranking: [], lines: ranking };
  return { chosen, left: taken.left, contract, routing };
}
