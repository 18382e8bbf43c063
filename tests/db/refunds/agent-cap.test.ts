import { afterEach, expect, test } from 'vitest';
import { checkBooks } from '@/lib/ledger/check-books';
import { cny } from '@/lib/money/money';
import { requestRefundByAgent } from '@/lib/refunds/request-refund-by-agent';
import { makeStaff, staffCode } from '@/tests/support/make-staff';
import { balanceMinor, makePaidByUnionPay } from '@/tests/support/paid-by-unionpay';
import { refusalCode } from '@/tests/support/refusal-code';
import { withUnionPayRail } from '@/tests/support/with-unionpay-rail';

const rail = withUnionPayRail();
afterEach(async () => expect((await checkBooks()).findings).toEqual([]));

test('what one agent gives back on a day is ¥5,000 at most, however it is divided; a senior gives more', async () => {
  const [agent, senior] = [await makeStaff('agent'), await makeStaff('senior_agent')];
  const ask = async (orderId: string, minor: bigint, by = agent) =>
    requestRefundByAgent({
      ...{ orderId, amount: cny(minor), reason: '顾客来电，商户同意' },
      ...{ by, code: await staffCode(by.id) },
    });
  const [one, other] = [
    await makePaidByUnionPay(rail, 300_011n),
    await makePaidByUnionPay(rail, 300_012n),
  ];
  await ask(one.orderId, 300_000n);
  expect(await refusalCode(ask(other.orderId, 200_001n))).toBe('refund_agent_cap');
  expect(await balanceMinor('merchant_pending', other.merchantId)).toBe(300_012n);
  await ask(other.orderId, 200_000n);
  expect(await refusalCode(ask(other.orderId, 1n))).toBe('refund_agent_cap');
  await ask(other.orderId, 100_000n, senior);
  expect(await balanceMinor('merchant_pending', other.merchantId)).toBe(12n);
});
