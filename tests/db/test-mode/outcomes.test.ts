import { beforeAll, expect, test } from 'vitest';
import { ensureLiveTwin } from '@/lib/merchants/ensure-live-twin';
import { openLiveMode } from '@/lib/merchants/open-live-mode';
import type { Order } from '@/lib/orders/order';
import { resolveAttempt } from '@/lib/payments/resolve-attempt';
import { startPayment } from '@/lib/payments/start-payment';
import { selectAttempts } from '@/lib/payments/store';
import { findTestOutcome } from '@/lib/test-mode/find-test-outcome';
import { setTestOutcome } from '@/lib/test-mode/set-test-outcome';
import { bindCard } from '@/tests/support/factories/bound-card';
import { makeOrderFor, makePayableOrder } from '@/tests/support/factories/payable-order';
import { PHONE } from '@/tests/support/hosts';
import { staffWithCode } from '@/tests/support/make-staff';
import { refusalCode } from '@/tests/support/refusal-code';
import { withCardRails } from '@/tests/support/with-card-rails';

const rails = withCardRails();
beforeAll(() => {
  process.env.SANDBOX_ORIGIN = rails.env.UNIONPAY_GATEWAY_ORIGIN;
});

type Card = Awaited<ReturnType<typeof bindCard>>;
const pay = (order: Order, card: Card) =>
  startPayment({
    token: order.payToken,
    method: 'card',
    agreementId: card.agreementId,
    host: PHONE,
    actor: { userId: card.userId },
  });
/** Pays, and asks about it until the channel has decided: how it ended, and why. */
async function ended(order: Order, card: Card): Promise<[string, string | null]> {
  await pay(order, card);
  const decided = async (): Promise<[string, string | null]> => {
    const attempt = (await selectAttempts(order.id)).at(-1);
    if (!attempt) throw new Error('no attempt');
    const { state, failureReason } = attempt;
    if (state === 'succeeded' || state === 'failed') return [state, failureReason];
    await resolveAttempt({ attemptId: attempt.id });
    return decided();
  };
  return decided();
}
const scene = async (amountMinor = 6_800n) => {
  const { order, merchantId } = await makePayableOrder({ amountMinor, balanceMinor: 0n });
  return { order, merchantId, token: order.payToken, card: await bindCard({ merchantId }) };
};

test('what is chosen on the page holds for the next payment, and for that one only', async () => {
  const { order, token, card } = await scene();
  expect(await findTestOutcome(token)).toEqual({ next: null });
  await setTestOutcome({ token, outcome: 'in_doubt' });
  await setTestOutcome({ token, outcome: 'insufficient_funds' });
  expect(await findTestOutcome(token)).toEqual({ next: 'insufficient_funds' });
  expect(await ended(order, card)).toEqual(['failed', 'insufficient_funds']);
  expect(await findTestOutcome(token)).toEqual({ next: null });
  expect(await ended(order, card)).toEqual(['succeeded', null]);
  // A paid order has nothing left to choose.
  expect(await findTestOutcome(token)).toBeUndefined();
  expect(await refusalCode(setTestOutcome({ token, outcome: 'paid' }))).toBe('order_not_found');
});

test('in doubt is not decided when it is asked about at once', async () => {
  const { order, token, card } = await scene();
  await setTestOutcome({ token, outcome: 'in_doubt' });
  await pay(order, card);
  const [attempt] = await selectAttempts(order.id);
  await resolveAttempt({ attemptId: attempt?.id ?? '' });
  expect(['sent', 'waiting', 'unknown']).toContain((await selectAttempts(order.id))[0]?.state);
});

test('a magic amount ends by itself, unless something else is chosen', async () => {
  const first = await scene(19_004n);
  expect(await ended(first.order, first.card)).toEqual(['failed', 'limit_exceeded']);
  const second = await scene(9_002n);
  await setTestOutcome({ token: second.token, outcome: 'paid' });
  expect(await ended(second.order, second.card)).toEqual(['succeeded', null]);
});

test('in live mode nothing can be chosen and no amount is magic', async () => {
  const { merchantId, token } = await scene();
  const { id: liveId } = await ensureLiveTwin(merchantId);
  await openLiveMode({ merchantId, why: '合同已签', ...(await staffWithCode('operator')) });
  const order = await makeOrderFor(liveId, { amountMinor: 9_002n });
  expect(await findTestOutcome(order.payToken)).toBeUndefined();
  const choice = { token: order.payToken, outcome: 'declined' } as const;
  expect(await refusalCode(setTestOutcome(choice))).toBe('order_not_found');
  expect(await ended(order, await bindCard({ merchantId: liveId }))).toEqual(['succeeded', null]);
  expect(await findTestOutcome(token)).toEqual({ next: null });
});
