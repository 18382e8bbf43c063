import fc from 'fast-check';
import { expect, test } from 'vitest';
import { balanceOf } from '@/lib/ledger/balance-of';
import { checkBooks } from '@/lib/ledger/check-books';
import type { Order } from '@/lib/orders/order';
import type { Refund } from '@/lib/refunds/refund';
import { listSettlements } from '@/lib/settlement/list-settlements';
import { settleMerchant } from '@/lib/settlement/settle-merchant';
import { answerOf } from '@/tests/support/factories/ledger';
import { beijingDay } from '@/tests/support/factories/let-a-day-pass';
import { makeOrderFor, makePayableOrder } from '@/tests/support/factories/payable-order';
import { askForRefund, decideRefund, payByCard } from '@/tests/support/factories/settleable';
import { type ModelRefund, SettlementModel } from '@/tests/support/settlement-model';

const pick = fc.nat({ max: 1_000 });
const steps = fc.array(
  fc.oneof(
    fc.record({ step: fc.constant('pay' as const), amount: fc.bigInt({ min: 1n, max: 9_999n }) }),
    // Of what is left of one of the payments, so many tenths.
    fc.record({ step: fc.constant('refund' as const), pick, tenths: fc.bigInt(1n, 10n) }),
    fc.record({ step: fc.constantFrom('succeed' as const, 'fail' as const), pick }),
    fc.record({ step: fc.constant('settle' as const) }),
  ),
  { minLength: 5, maxLength: 30 },
);

test('after any payments, refunds, failures and settlements the books hold what a small model says', async () => {
  await fc.assert(
    fc.asyncProperty(steps, async (story) => {
      const { merchantId } = await makePayableOrder({ balanceMinor: 0n });
      const throughDay = await beijingDay();
      const model = new SettlementModel();
      const payments: { order: Order; left: bigint }[] = [];
      const open: { refund: Refund; of: number; twin: ModelRefund }[] = [];
      for (const one of story) {
        if (one.step === 'pay') {
          const order = await makeOrderFor(merchantId, { amountMinor: one.amount });
          await payByCard(order);
          payments.push({ order, left: one.amount });
          model.pay(one.amount);
        } else if (one.step === 'refund') {
          const of = one.pick % Math.max(payments.length, 1);
          const payment = payments[of];
          if (!payment || payment.left === 0n) continue;
          const amount = (payment.left * one.tenths + 9n) / 10n;
          const twin = model.refund(amount);
          if (!twin) {
            expect(await answerOf(askForRefund(payment.order, amount))).toBe(
              'merchant_funds_short',
            );
            continue;
          }
          const refund = await askForRefund(payment.order, amount);
          payment.left -= amount;
          open.push({ refund, of, twin });
        } else if (one.step === 'settle') {
          await settleMerchant({ merchantId, throughDay });
          model.settle();
        } else {
          const [decided] = open.splice(one.pick % Math.max(open.length, 1), 1);
          if (!decided) continue;
          const { refund, of, twin } = decided;
          const instead = await decideRefund(refund, one.step === 'fail' ? 'failed' : 'succeeded');
          const payment = payments[of];
          if (instead) open.push({ refund: instead, of, twin });
          else if (one.step === 'fail' && payment) {
            model.fail(twin);
            payment.left += twin.amount;
          }
        }
        const pending = await balanceOf({ subject: 'merchant_pending', owner: merchantId });
        const balance = await balanceOf({ subject: 'merchant_balance', owner: merchantId });
        expect([pending.amountMinor, balance.amountMinor]).toEqual([model.pending, model.balance]);
      }
      const { settlements } = await listSettlements({ merchantId, limit: 100 });
      expect(settlements).toHaveLength(model.settlements);
      expect(settlements.every(({ net }) => net.amountMinor >= 0n)).toBe(true);
      expect((await checkBooks()).findings).toEqual([]);
    }),
    { numRuns: 15 },
  );
}, 180_000);
