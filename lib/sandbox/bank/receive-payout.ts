import type { Simulator } from '../simulator';
import { takeBankBehaviour } from './bank-scripts';
import { bankOf } from './known-people';
import { numberMovement } from './number-movement';
import type { Payout } from './records';
import type { PayoutRequest } from './schema';
import { settlePayout, stepDelayMs } from './settle-payout';

export type PayoutReceipt =
  | { kind: 'known' | 'accepted'; payout: Payout }
  /** The number belongs to a payout of other content. */
  | { kind: 'conflict' }
  /** By script: it never came. */
  | { kind: 'lost' };

/** Takes a payout once: the same number with the same content is the same payout, in today's state. */
export function receivePayout(simulator: Simulator, request: PayoutRequest): PayoutReceipt {
  const { store, config } = simulator;
  const known = store.findPayout(request.payoutNo);
  if (known)
    return isSame(known, request) ? { kind: 'known', payout: known } : { kind: 'conflict' };
  const behaviour = takeBankBehaviour(store, request);
  if (behaviour.lose === 'request') return { kind: 'lost' };
  const receivedAtMs = Date.now();
  const resultDueAtMs = receivedAtMs + stepDelayMs(config, behaviour);
  const payout = store.savePayout({
    ...request,
    reference: numberMovement(store, 'PO', receivedAtMs),
    state: 'accepted',
    behaviour,
    receivedAtMs,
    ...(behaviour.outcome === 'stay' ? {} : { resultDueAtMs }),
    noticeCopies: behaviour.noticeCopies ?? 1,
    noticeSends: [],
  });
  if (!bankOf(request.cardNo)) {
    return { kind: 'accepted', payout: settlePayout(simulator, payout, 'failed', 'card_invalid') };
  }
  simulator.dueWork.plan();
  return { kind: 'accepted', payout };
}

function isSame(payout: Payout, request: PayoutRequest): boolean {
  return (['amount', 'cardNo', 'name', 'requestedAt'] as const).every(
    (name) => payout[name] === request[name],
  );
}
