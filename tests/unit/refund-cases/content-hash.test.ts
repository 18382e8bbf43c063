import { expect, test } from 'vitest';
import { cny } from '@/lib/money/money';
import type { Payee } from '@/lib/payouts/payee';
import { contentHashOf } from '@/lib/refund-cases/content-hash';

const CASE = { id: 'rcs_1', refundId: 'ref_1', channel: 'unionpay', amount: cny(6_800n) } as const;
const PAYEE: Payee = {
  id: 'pye_1',
  kind: 'card',
  cardMasked: '6200****0005',
  bankName: '测试银行',
  nameMasked: '张*',
  idNoMasked: null,
  customerId: null,
  cardHash: 'card',
  nameHash: 'name',
  proof: 'three_elements',
  nameMatches: true,
  createdAt: new Date(0),
  forgottenAt: null,
};

test('the same content is the same hash, and whatever a checker agrees to changes it', () => {
  const hash = contentHashOf(CASE, PAYEE);
  expect(contentHashOf(CASE, { ...PAYEE, cardMasked: '…', createdAt: new Date(1) })).toBe(hash);
  const others = [
    contentHashOf({ ...CASE, amount: cny(6_801n) }, PAYEE),
    contentHashOf({ ...CASE, refundId: 'ref_2' }, PAYEE),
    contentHashOf({ ...CASE, channel: 'netsunion' }, PAYEE),
    contentHashOf(CASE, { ...PAYEE, id: 'pye_2' }),
    contentHashOf(CASE, { ...PAYEE, cardHash: 'another' }),
    contentHashOf(CASE, { ...PAYEE, nameHash: 'another' }),
    contentHashOf(CASE, { ...PAYEE, proof: 'none' }),
    contentHashOf(CASE, { ...PAYEE, nameMatches: false }),
    contentHashOf(CASE, { ...PAYEE, kind: 'balance', cardHash: null, customerId: 'cus_1' }),
  ];
  expect(new Set([hash, ...others]).size).toBe(others.length + 1);
});
