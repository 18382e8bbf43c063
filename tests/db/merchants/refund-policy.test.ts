import { expect, test } from 'vitest';
import { db } from '@/lib/core/db';
import { getRefundPolicy } from '@/lib/merchants/get-refund-policy';
import { setRefundPolicy } from '@/lib/merchants/set-refund-policy';
import { setRefundTerms } from '@/lib/merchants/set-refund-terms';
import { anyMember } from '@/tests/support/any-member';
import { seedMerchant } from '@/tests/support/factories/merchants';
import { makeStaff, staffCode, staffWithCode } from '@/tests/support/make-staff';
import { refusalCode } from '@/tests/support/refusal-code';

const changesOf = (merchantId: string) =>
  db().merchantChange.findMany({
    where: { merchantId },
    orderBy: { id: 'asc' },
    select: { subject: true, fromValue: true, toValue: true, actor: true },
  });

test('what a merchant decides about refunds goes for it alone, and each change says who made it', async () => {
  const [{ id: merchantId }, other] = [await seedMerchant(), await seedMerchant()];
  const before = await getRefundPolicy(merchantId);
  expect(before).toMatchObject({ refundWhenShort: 'refuse', shopperRefunds: 'ask' });
  const choices = { refundWhenShort: 'queue', shopperRefunds: 'at_once' } as const;
  await setRefundPolicy({ ...choices, by: anyMember(merchantId, 'usr_one') });
  await setRefundPolicy({ ...choices, by: anyMember(merchantId, 'usr_again') });
  await setRefundPolicy({
    ...choices,
    shopperRefunds: 'off',
    by: anyMember(merchantId, 'usr_two'),
  });
  expect(await getRefundPolicy(merchantId)).toEqual({
    ...before,
    refundWhenShort: 'queue',
    shopperRefunds: 'off',
  });
  expect(await getRefundPolicy(other.id)).toEqual(before);
  expect(await changesOf(merchantId)).toEqual([
    { subject: 'refund_when_short', fromValue: 'refuse', toValue: 'queue', actor: 'usr_one' },
    { subject: 'shopper_refunds', fromValue: 'ask', toValue: 'at_once', actor: 'usr_one' },
    { subject: 'shopper_refunds', fromValue: 'at_once', toValue: 'off', actor: 'usr_two' },
  ]);
});

test('what is agreed about refunds is changed by the office’s operators only, with a code, and audited', async () => {
  const { id: merchantId } = await seedMerchant();
  const [agent, operator] = [await makeStaff('agent'), await makeStaff('operator')];
  const terms = {
    merchantId,
    refundFee: 'returned',
    unclaimedRefund: 'suspense',
    why: '新合约',
  } as const;
  expect(await refusalCode(setRefundTerms({ ...terms, by: agent, code: '' }))).toBe(
    'not_permitted',
  );
  const noCode = setRefundTerms({ ...terms, by: operator, code: '000000' });
  expect(await refusalCode(noCode)).toBe('totp_wrong');
  expect(await changesOf(merchantId)).toEqual([]);
  await setRefundTerms({ ...terms, by: operator, code: await staffCode(operator.id) });
  expect(await getRefundPolicy(merchantId)).toMatchObject({
    refundFee: 'returned',
    unclaimedRefund: 'suspense',
  });
  const rows = await db().auditRow.findMany({ where: { subjectId: merchantId } });
  expect(rows).toMatchObject([
    {
      actorId: operator.id,
      action: 'contract.change',
      why: '新合约',
      before: { refundFee: 'kept', unclaimedRefund: 'merchant' },
      after: { refundFee: 'returned', unclaimedRefund: 'suspense' },
    },
  ]);
});

test('unclaimed refunds go to balances only where money may rest on them', async () => {
  const { id: merchantId } = await seedMerchant();
  await db().merchant.update({ where: { id: merchantId }, data: { balanceContract: 'none' } });
  const terms = {
    merchantId,
    refundFee: 'kept',
    unclaimedRefund: 'balance',
    why: '试',
    ...(await staffWithCode('operator')),
  } as const;
  expect(await refusalCode(setRefundTerms(terms))).toBe('balance_contract_missing');
  expect(await getRefundPolicy(merchantId)).toMatchObject({ unclaimedRefund: 'merchant' });
  expect(await changesOf(merchantId)).toEqual([]);
});
