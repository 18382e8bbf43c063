import { afterAll, beforeAll, expect, test } from 'vitest';
import { confirmSigning } from '@/lib/agreements/confirm-signing';
import { getSigning } from '@/lib/agreements/get-signing';
import { listAgreements } from '@/lib/agreements/list-agreements';
import { resendSigningCode } from '@/lib/agreements/resend-signing-code';
import { startSigning } from '@/lib/agreements/start-signing';
import { db } from '@/lib/core/db';
import {
  type AgreementBench,
  age,
  RIGHT,
  seedBinding,
  someElements,
  startAgreementBench,
  WRONG,
} from '@/tests/support/agreement-bench';
import { seedShopper } from '@/tests/support/factories/customers';
import { somePhone } from '@/tests/support/phones';
import { refusalCode } from '@/tests/support/refusal-code';
import { tablesWith } from '@/tests/support/search-database';

let bench: AgreementBench;
beforeAll(async () => {
  bench = await startAgreementBench();
});
afterAll(() => bench.stop());

const row = (id: string) => db().agreement.findUniqueOrThrow({ where: { id } });
const channelRows = (agreementId: string) =>
  db().channelAgreement.findMany({ where: { agreementId }, orderBy: { createdAt: 'asc' } });

test('a card is bound with a code: its elements rest in the vault alone, each reading on record', async () => {
  const given = await seedBinding();
  const { agreementId, ...sent } = await startSigning(given);
  expect(sent).toMatchObject({ kind: 'code_sent', unsure: false });
  expect(sent.phoneMasked).toBe(
    `${given.elements.phone.slice(0, 3)}****${given.elements.phone.slice(-4)}`,
  );
  expect(await listAgreements(given)).toEqual([]);
  const bound = await confirmSigning({ agreementId, userId: given.userId, code: RIGHT });
  expect(bound).toEqual({ kind: 'active', agreementId });

  const agreement = await row(agreementId);
  expect(agreement).toMatchObject({
    state: 'active',
    bankCode: 'test_6222',
    cardTail: given.elements.cardNo.slice(-4),
    nameMasked: '张*',
    consentVersion: given.consentVersion,
  });
  expect(await channelRows(agreementId)).toMatchObject([{ channel: 'unionpay', state: 'active' }]);
  for (const secret of [given.elements.cardNo, given.elements.phone, given.elements.idNo]) {
    expect(await tablesWith(secret)).toEqual([]);
  }
  const reads = await db().vaultRead.findMany({
    where: { itemId: agreement.elementsItemId ?? '' },
  });
  expect(reads.map(({ actor, purpose }) => [actor, purpose])).toEqual([
    [`confirm-signing:${agreementId}`, 'card_elements'],
  ]);
  const [card] = await listAgreements(given);
  expect(card).toMatchObject({
    id: agreementId,
    bank: { zh: '样例银行', en: 'Sample Bank' },
    cardType: 'debit',
    single: { amountMinor: 1_000_000n },
    underMaintenance: false,
  });
});

test('the same card again while it is being bound is the same binding, and once bound it says so', async () => {
  const given = await seedBinding();
  const first = await startSigning(given);
  expect(await startSigning(given)).toEqual(first);
  const { agreementId } = first;
  await age(agreementId, 61);
  expect((await startSigning(given)).channelAgreementId).toBe(first.channelAgreementId);
  expect(await channelRows(agreementId)).toMatchObject([{ codes: 2 }]);
  await confirmSigning({ agreementId, userId: given.userId, code: RIGHT });
  expect(await refusalCode(startSigning(given))).toBe('card_already_bound');
  expect(await db().agreement.count({ where: { merchantId: given.merchantId } })).toBe(1);
});

test('ten presses at once are one binding', async () => {
  const given = await seedBinding();
  await Promise.all(Array.from({ length: 10 }, () => refusalCode(startSigning(given))));
  const made = await db().agreement.findMany({ where: { merchantId: given.merchantId } });
  expect(made).toHaveLength(1);
  expect(await channelRows(made[0]?.id ?? '')).toHaveLength(1);
});

test('a phone typed anew begins anew: what was kept before is destroyed', async () => {
  const given = await seedBinding();
  const { agreementId } = await startSigning(given);
  const { elementsItemId } = await row(agreementId);
  const corrected = { ...given, elements: { ...given.elements, phone: somePhone() } };
  const again = await startSigning(corrected);
  expect(again.agreementId).toBe(agreementId);
  expect(await db().vaultItem.count({ where: { id: elementsItemId ?? '' } })).toBe(0);
  expect(await channelRows(agreementId)).toMatchObject([
    { state: 'failed', failureReason: 'replaced' },
    { state: 'code_sent' },
  ]);
  const { userId } = given;
  expect((await confirmSigning({ agreementId, userId, code: RIGHT })).kind).toBe('active');
});

test('a wrong code says how many tries are left', async () => {
  const given = await seedBinding();
  const { agreementId } = await startSigning(given);
  const { userId } = given;
  const tries = { agreementId, userId, code: WRONG };
  await expect(confirmSigning(tries)).rejects.toMatchObject({
    code: 'code_wrong',
    facts: { left: 4 },
  });
  expect((await confirmSigning({ ...tries, code: RIGHT })).kind).toBe('active');
});

test('fifty guesses at once have five tries at most', async () => {
  const given = await seedBinding();
  const { agreementId } = await startSigning(given);
  const { userId } = given;
  const guess = () => refusalCode(confirmSigning({ agreementId, userId, code: WRONG }));
  for (let round = 0; round < 3; round += 1) {
    const codes = await Promise.all(Array.from({ length: 50 }, guess));
    expect(codes).not.toContain('fine');
  }
  const [signing] = await channelRows(agreementId);
  expect(signing?.codeTries).toBeGreaterThan(0);
  expect(signing?.codeTries).toBeLessThanOrEqual(5);
  const sent = await db().transition.count({
    where: { subjectId: signing?.id ?? '', event: 'send' },
  });
  expect(sent).toBe(signing?.codeTries);
});

test('two tabs that confirm at once make one agreement', async () => {
  const given = await seedBinding();
  const { agreementId } = await startSigning(given);
  const before = (await bench.tokens()).length;
  const confirm = () => refusalCode(confirmSigning({ ...given, agreementId, code: RIGHT }));
  const codes = await Promise.all([confirm(), confirm()]);
  expect(codes).toContain('fine');
  expect((await row(agreementId)).state).toBe('active');
  expect((await bench.tokens()).length - before).toBe(1);
});

test('codes come a minute apart, five at most', async () => {
  const given = await seedBinding();
  const { agreementId } = await startSigning(given);
  const again = () => refusalCode(resendSigningCode({ ...given, agreementId }));
  expect(await again()).toBe('code_too_soon');
  for (let code = 2; code <= 5; code += 1) {
    await age(agreementId, 61);
    expect(await again()).toBe('fine');
  }
  await age(agreementId, 61);
  expect(await again()).toBe('too_many_codes');
  expect(await channelRows(agreementId)).toMatchObject([{ codes: 5 }]);
});

test('another person’s binding is as unknown as none', async () => {
  const given = await seedBinding();
  const { agreementId } = await startSigning(given);
  const { userId } = await seedShopper(somePhone());
  for (const attempt of [
    () => confirmSigning({ agreementId, userId, code: RIGHT }),
    () => resendSigningCode({ agreementId, userId }),
    () => getSigning({ agreementId, userId }),
    () => getSigning({ agreementId: 'agr_\0', userId }),
  ]) {
    expect(await refusalCode(attempt())).toBe('agreement_not_found');
  }
});

test('a card of no bank we know, and what is no card, are refused before anything is kept', async () => {
  const given = await seedBinding();
  const start = (cardNo: string) =>
    refusalCode(startSigning({ ...given, elements: { ...given.elements, cardNo } }));
  expect(await start('4111111111111111')).toBe('card_unsupported');
  expect(await start('6222000000000001')).toBe('not_a_card');
  expect(await db().agreement.count({ where: { merchantId: given.merchantId } })).toBe(0);
});

test('nobody can have one phone sent codes without end', async () => {
  const { phone } = someElements();
  const codes: string[] = [];
  for (let card = 0; card < 12; card += 1) {
    const given = await seedBinding({ ...someElements(), phone });
    codes.push(await refusalCode(startSigning(given)));
  }
  expect(codes.filter((code) => code === 'fine')).toHaveLength(10);
  expect(codes.at(-1)).toBe('too_many_requests');
});
