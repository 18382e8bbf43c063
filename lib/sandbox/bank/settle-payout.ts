import type { SandboxConfig } from '../config';
import type { Simulator } from '../simulator';
import { isHolder } from './known-people';
import type { Payout } from './records';

/** Milliseconds between the steps of a payout. */
export const stepDelayMs = (config: SandboxConfig, { resultDelaySeconds }: Payout['behaviour']) =>
  resultDelaySeconds === undefined ? config.resultDelayMs : resultDelaySeconds * 1000;

/** Gives a payout its next state and plans the notice about it. */
export function settlePayout(
  simulator: Simulator,
  payout: Payout,
  state: 'succeeded' | 'failed' | 'returned',
  reason?: string,
): Payout {
  const { store, config } = simulator;
  const nowMs = Date.now();
  const tells = payout.behaviour.notice !== 'none' && config.bankNoticeUrl !== undefined;
  const comesBack = state === 'succeeded' && payout.behaviour.outcome === 'return';
  const settled = store.savePayout({
    ...payout,
    state,
    reason,
    resultDueAtMs: comesBack ? nowMs + stepDelayMs(config, payout.behaviour) : undefined,
    pendingNotice: tells ? { dueAtMs: nowMs, sends: 0 } : undefined,
  });
  simulator.dueWork.plan();
  return settled;
}

/** The step that is due: to the card, back from it, or nowhere at all. */
export function stepPayout(simulator: Simulator, payout: Payout): void {
  const { outcome, reason } = payout.behaviour;
  if (payout.state === 'succeeded') {
    settlePayout(simulator, payout, 'returned', reason ?? 'card_closed');
  } else if (!isHolder(payout.cardNo, payout.name)) {
    settlePayout(simulator, payout, 'failed', 'name_mismatch');
  } else if (outcome === 'fail') {
    settlePayout(simulator, payout, 'failed', reason ?? 'declined');
  } else {
    settlePayout(simulator, payout, 'succeeded');
  }
}
