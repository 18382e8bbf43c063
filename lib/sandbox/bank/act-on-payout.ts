import type { Simulator } from '../simulator';
import type { Payout, PayoutState } from './records';
import { settlePayout } from './settle-payout';

/** What a person at the bank can decide, and of which state. */
const ACTIONS = {
  succeed: { from: 'accepted', to: 'succeeded', reason: undefined },
  fail: { from: 'accepted', to: 'failed', reason: 'declined' },
  return: { from: 'succeeded', to: 'returned', reason: 'card_closed' },
} as const;

export type PayoutAction = keyof typeof ACTIONS;

export const isPayoutAction = (name: string): name is PayoutAction => Object.hasOwn(ACTIONS, name);

export const actionsOn = (state: PayoutState): PayoutAction[] =>
  Object.keys(ACTIONS)
    .filter(isPayoutAction)
    .filter((action) => ACTIONS[action].from === state);

/** Decides a payout now; undefined where its state does not allow it. */
export function actOnPayout(
  simulator: Simulator,
  payout: Payout,
  action: PayoutAction,
): Payout | undefined {
  const { from, to, reason } = ACTIONS[action];
  return payout.state === from ? settlePayout(simulator, payout, to, reason) : undefined;
}
