import type { Simulator } from '../simulator';
import type { Card, OrderRecord } from '../state/records';
import { TEST_CARDS } from './test-cards';

/**
 * What the issuer says to a charge: a refusal, or how long its word takes. The card in doubt takes a
 * while, the late one until after payTimeout; a script's delay stands before both.
 */
export function answerCharge(
  { config }: Simulator,
  order: OrderRecord,
  card: Card | undefined,
): { respCode: string } | { delayMs: number } {
  const declines = card && TEST_CARDS[card].declines;
  if (declines) return { respCode: declines };
  const { resultDelaySeconds } = order.behaviour;
  if (resultDelaySeconds !== undefined) return { delayMs: resultDelaySeconds * 1000 };
  if (card === 'doubt') return { delayMs: config.doubtMs };
  if (card !== 'late') return { delayMs: 0 };
  const restMs = (order.payableUntilMs ?? 0) - Date.now();
  return { delayMs: Math.max(restMs, 0) + config.lateMs };
}
