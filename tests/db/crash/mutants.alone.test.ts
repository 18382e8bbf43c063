import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type * as FailPoints from '@/lib/core/fail-point';
import type { FailPoint } from '@/lib/core/fail-point';
import { newSortableNumber } from '@/lib/core/ids';
import type * as Passwords from '@/lib/customers/check-payment-password';
import type * as Monies from '@/lib/money/money';
import type * as ChannelRequests from '@/lib/payments/channel-request';
import type * as Resolving from '@/lib/payments/resolve-attempt';
import type * as Rules from '@/lib/payments/rules';
import type * as SettlingOne from '@/lib/payments/settle-one';
import type * as Settling from '@/lib/payments/settle-outcome';
import type * as PaymentStore from '@/lib/payments/store';
import type * as PayoutCalls from '@/lib/payouts/payout-call';
import type * as PayoutStore from '@/lib/payouts/store';
import type * as RefundCalls from '@/lib/refunds/refund-call';
import type * as SettlingRefunds from '@/lib/refunds/settle-refund-outcome';
import type * as RefundStore from '@/lib/refunds/store';
import { MUTANTS, type Scene } from '@/tests/proof/crash/mutants';
import {
  rollBackPayments,
  switchOffInDatabase,
  toOwnDatabase,
} from '@/tests/proof/crash/switch-off';
import { writeAfterwards } from '@/tests/proof/crash/write-afterwards';
import { withUnionPayRail } from '@/tests/support/with-unionpay-rail';

// The harness proves its own teeth: with each protection switched off, it has to find what then goes wrong. What is
// switched off is a statement of this file's own database, or the one module that is wrapped here; the product has
// no switch.
const now = vi.hoisted(() => ({
  off: null as string | null,
  dyingAt: null as string | null,
  meanwhile: null as (() => Promise<void>) | null,
  amountSent: null as bigint | null,
}));
const isOff = (mutant: string): boolean => now.off === mutant;

class PowerCut extends Error {}

/** Dying is an exception here that nobody catches: the open transaction is rolled back, and nothing after it is done. */
vi.mock(
  '@/lib/core/fail-point',
  () =>
    ({
      failPoint: (name: FailPoint) => {
        if (now.dyingAt !== name) return;
        now.dyingAt = null;
        throw new PowerCut(name);
      },
    }) satisfies Partial<typeof FailPoints>,
);

vi.mock('@/lib/customers/check-payment-password', async (original) => {
  const real = await original<typeof Passwords>();
  const checkPaymentPassword: typeof real.checkPaymentPassword = async (given) => {
    const act = now.meanwhile;
    now.meanwhile = null;
    await act?.();
    return real.checkPaymentPassword(given);
  };
  return { ...real, checkPaymentPassword };
});

vi.mock('@/lib/payments/resolve-attempt', async (original) => {
  const real = await original<typeof Resolving>();
  const resolveAttempt: typeof real.resolveAttempt = async (asked) =>
    isOff('the channel is asked before another way is taken') && asked.actor === 'shopper'
      ? { kind: 'pending', next: { type: 'wait' }, evidence: {} }
      : real.resolveAttempt(asked);
  return { ...real, resolveAttempt };
});

vi.mock('@/lib/payments/rules', async (original) => {
  const real = await original<typeof Rules>();
  const decideSuccess: typeof real.decideSuccess = (facts) => {
    const decision = real.decideSuccess(facts);
    return isOff('what was paid beside it is given back') && decision === 'refund'
      ? 'nothing'
      : decision;
  };
  return { ...real, decideSuccess };
});

vi.mock('@/lib/money/money', async (original) => {
  const real = await original<typeof Monies>();
  const sameMoney: typeof real.sameMoney = (a, b) =>
    isOff('the amount is compared') || real.sameMoney(a, b);
  return { ...real, sameMoney };
});

vi.mock('@/lib/payments/channel-request', async (original) => {
  const real = await original<typeof ChannelRequests>();
  const payRequestOf: typeof real.payRequestOf = (...given) => {
    const request = real.payRequestOf(...given);
    const { amountSent: amountMinor } = now;
    return amountMinor ? { ...request, amount: { ...request.amount, amountMinor } } : request;
  };
  return { ...real, payRequestOf };
});

vi.mock('@/lib/payments/settle-one', async (original) => {
  const real = await original<typeof SettlingOne>();
  const settleOne: typeof real.settleOne = async (tx, item) => {
    const { event, ...rest } = item;
    const later = isOff('paid is told in the commit that pays') && event && item.order;
    await real.settleOne(tx, later ? rest : item);
    if (later) writeAfterwards({ ...event, subjectId: later.id });
  };
  return { ...real, settleOne };
});
vi.mock('@/lib/payments/settle-outcome', async (original) => {
  const real = await original<typeof Settling>();
  const settleOutcome: typeof real.settleOutcome = async (word) => {
    await real.settleOutcome(word);
    await writeAfterwards.now();
  };
  return { ...real, settleOutcome };
});

vi.mock('@/lib/payments/store', async (original) => {
  const real = await original<typeof PaymentStore>();
  const insertAttempt: typeof real.insertAttempt = async (tx, attempt) => {
    await real.insertAttempt(tx, attempt);
    if (!isOff('a payment begins with its next question')) return;
    await tx.attempt.updateMany({ where: { id: attempt.id }, data: { nextAskAt: null } });
  };
  return { ...real, insertAttempt };
});

vi.mock('@/lib/refunds/refund-call', async (original) => {
  const real = await original<typeof RefundCalls>();
  const refundCall: typeof real.refundCall = async (refund) => {
    const made = await real.refundCall(refund);
    if (!isOff('a refund keeps its number')) return made;
    return { ...made, call: { ...made.call, channelOrderNo: newSortableNumber() } };
  };
  return { ...real, refundCall };
});

vi.mock('@/lib/refunds/store', async (original) => {
  const real = await original<typeof RefundStore>();
  const sumReturned: typeof real.sumReturned = async (...given) =>
    isOff('what went back is counted')
      ? { balanceMinor: 0n, channelMinor: 0n }
      : real.sumReturned(...given);
  const insertRefund: typeof real.insertRefund = (tx, refund, nextAskAt) =>
    real.insertRefund(
      tx,
      refund,
      isOff('a refund begins with its next question') ? null : nextAskAt,
    );
  const insertEvent: typeof real.insertEvent = async (tx, event) => {
    if (isOff('a refund is told in the commit that makes it')) writeAfterwards(event);
    else await real.insertEvent(tx, event);
  };
  return { ...real, sumReturned, insertRefund, insertEvent };
});
vi.mock('@/lib/refunds/settle-refund-outcome', async (original) => {
  const real = await original<typeof SettlingRefunds>();
  const settleRefundOutcome: typeof real.settleRefundOutcome = async (word) => {
    const instead = await real.settleRefundOutcome(word);
    await writeAfterwards.now();
    return instead;
  };
  return { ...real, settleRefundOutcome };
});

vi.mock('@/lib/payouts/payout-call', async (original) => {
  const real = await original<typeof PayoutCalls>();
  const payoutCall: typeof real.payoutCall = async (payout) => {
    const made = await real.payoutCall(payout);
    if (!isOff('a payout keeps its number')) return made;
    return { ...made, call: { ...made.call, channelOrderNo: newSortableNumber() } };
  };
  return { ...real, payoutCall };
});
vi.mock('@/lib/payouts/store', async (original) => {
  const real = await original<typeof PayoutStore>();
  const insertPayout: typeof real.insertPayout = (tx, payout) =>
    isOff('a payout begins with its next question')
      ? real.insertPayout(tx, { ...payout, nextAskAt: null })
      : real.insertPayout(tx, payout);
  return { ...real, insertPayout };
});

const rail = withUnionPayRail();

const dieHere = async (moment: string, path: string, name: string, input: object) => {
  const module: Record<string, (given: unknown) => Promise<unknown>> = await import(path);
  now.dyingAt = moment;
  try {
    await module[name]?.(input);
    return false;
  } catch (error) {
    if (!(error instanceof PowerCut)) throw error;
    if (isOff('a payment is committed before the channel is called')) await rollBackPayments();
    return true;
  } finally {
    now.dyingAt = null;
    writeAfterwards.forget();
  }
};

beforeEach(toOwnDatabase);
afterEach(async () => {
  Object.assign(now, { off: null, meanwhile: null, amountSent: null });
  await toOwnDatabase();
});

const scene: Scene = { rail, die: dieHere, now };

test.each(MUTANTS)('$protection: without it, $story ends with "$finds"', async (mutant) => {
  expect(await mutant.play(scene)).not.toContain(mutant.finds);
  await toOwnDatabase();
  now.off = mutant.protection;
  if (mutant.statement) await switchOffInDatabase(mutant.statement);
  const found = await mutant.play(scene);
  console.log(`mutant · ${mutant.protection} · ${mutant.story} · ${found.join(', ') || 'lives'}`);
  expect(found).toContain(mutant.finds);
});
