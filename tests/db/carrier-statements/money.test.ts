import { afterEach, expect, test } from 'vitest';
import { listCarrierDebts } from '@/lib/carrier-statements/list-carrier-debts';
import { listCarrierStatements } from '@/lib/carrier-statements/list-carrier-statements';
import { listComplaintRates } from '@/lib/carrier-statements/list-complaint-rates';
import { recordRemittance } from '@/lib/carrier-statements/record-remittance';
import { pool } from '@/lib/core/db';
import { inTransaction } from '@/lib/core/unit-of-work';
import { balanceOf } from '@/lib/ledger/balance-of';
import { checkBooks } from '@/lib/ledger/check-books';
import { closeAccount } from '@/lib/ledger/close-account';
import { postEntry } from '@/lib/ledger/post-entry';
import { cny } from '@/lib/money/money';
import { settleMerchant } from '@/lib/settlement/settle-merchant';
import { READER } from '@/tests/support/any-staff';
import { makeCarrierLine } from '@/tests/support/carrier-statement-file';
import { ours } from '@/tests/support/carrier-statement-scene';
import { beijingDay } from '@/tests/support/factories/let-a-day-pass';
import { makeOrderFor } from '@/tests/support/factories/payable-order';
import { askForRefund, decideRefund, payByCard } from '@/tests/support/factories/settleable';
import { staffWithCode } from '@/tests/support/make-staff';
import { makeStory } from '@/tests/support/statement-story';

/** What the calendar goes by, at a moment of the test's own. */
const itIs = (moment: string) =>
  pool().query(`CREATE OR REPLACE FUNCTION business_now() RETURNS timestamptz LANGUAGE sql VOLATILE PARALLEL SAFE
    AS $$ SELECT '${moment}'::timestamptz $$`);
afterEach(async () => {
  await pool().query(`CREATE OR REPLACE FUNCTION business_now() RETURNS timestamptz LANGUAGE sql VOLATILE PARALLEL SAFE
    AS $$ SELECT clock_timestamp() $$`);
});

test('the daily settlement leaves payments by phone and their refunds to the carrier’s statement', async () => {
  const story = await makeStory(2);
  await askForRefund(await story.order(0), 50n);
  const throughDay = await beijingDay();
  expect(await settleMerchant({ merchantId: story.merchantId, throughDay })).toMatchObject({
    settlementId: null,
  });
  expect(await story.minor('merchant_pending')).toBe(250n);
});

test('what we refunded before is netted; what we refund afterwards, and what fails, is the next statement’s', async () => {
  const story = await makeStory(4);
  await decideRefund(await askForRefund(await story.order(3), 100n), 'succeeded');
  await story.import('2026-07', [story.line(2), story.line(3)]);
  // ¥3 + ¥5, less ¥1 refunded, ¥2.40 share and ¥0.05 fee.
  expect(await story.part('2026-07')).toMatchObject({
    refunded: cny(100n),
    net: cny(455n),
    credited: cny(455n),
  });

  const late = await askForRefund(await story.order(2), 300n);
  await story.import('2026-08', [story.line(0)]);
  expect(await story.part('2026-08')).toMatchObject({
    refunded: cny(300n),
    net: cny(-231n),
    credited: cny(0n),
  });
  expect(await story.minor('merchant_balance')).toBe(455n);

  await decideRefund(late, 'failed');
  await story.import('2026-09', [story.line(1)]);
  // ¥2 less ¥0.60 and ¥0.01; the ¥3 are back, and cover what was carried.
  expect(await story.part('2026-09')).toMatchObject({
    refunded: cny(-300n),
    net: cny(439n),
    carried: cny(-231n),
    credited: cny(208n),
  });
  expect(await story.minor('merchant_balance')).toBe(663n);
  expect(await story.minor('merchant_pending')).toBe(0n);
});

test('what a statement cannot cover is carried to the next one of any line', async () => {
  const story = await makeStory(3);
  await story.import('2026-07', [story.line(2)]);
  await story.import('2026-08', [story.line(0), story.line(2, 'bad_debt', 300n)]);
  expect(await story.part('2026-08')).toMatchObject({ credited: cny(0n), net: cny(-231n) });
  const { merchantId } = story;
  const other = await makeStory(12, { merchantId, lineId: await makeCarrierLine(ours) });
  await other.import('2026-08', [other.line(11)]);
  // ¥30 less ¥9.00 and ¥0.18, less what was carried.
  expect(await other.part('2026-08')).toMatchObject({ carried: cny(-231n), credited: cny(1_851n) });
});

test('a closed settlement account takes nothing: it is carried, and nobody else waits', async () => {
  const story = await makeStory(2);
  const other = await makeStory(1, { lineId: story.lineId });
  await story.import('2026-06', [story.line(0)]);
  const account = { subject: 'merchant_balance', owner: story.merchantId } as const;
  // Emptied by hand: it is the closing that this is about.
  await inTransaction(async (tx) => {
    const to = { subject: 'platform_balance', owner: 'platform' } as const;
    const amount = cny(await story.minor('merchant_balance'));
    await postEntry(tx, {
      event: 'transfer',
      entryKey: story.merchantId,
      businessRef: 'x',
      amount,
      from: account,
      to,
    });
  });
  await inTransaction((tx) => closeAccount(tx, { account, actor: 'usr_office', cause: 'test' }));
  await story.import('2026-07', [story.line(1), other.line(0)]);
  expect(await story.part('2026-07')).toMatchObject({ net: cny(139n), credited: cny(0n) });
  expect(await story.minor('merchant_pending')).toBe(139n);
  expect(await other.minor('merchant_balance')).toBe(69n);
});

test('a remittance pays what is owed, once under its reference, and never more', async () => {
  const story = await makeStory(4);
  const { statementId } = await story.import('2026-10', [story.line(3)]);
  const bank = async () =>
    (await balanceOf({ subject: 'platform_bank', owner: 'platform' })).amountMinor;
  const before = await bank();
  const receivedOn = await beijingDay();
  const pay = async (reference: string, minor: bigint, day = receivedOn) =>
    recordRemittance({
      statementId,
      reference,
      amount: cny(minor),
      receivedOn: day,
      ...(await staffWithCode('finance')),
    });
  const reference = (n: number) => `${statementId}-${n}`;

  await expect(pay(reference(0), 351n)).rejects.toMatchObject({
    code: 'remittance_exceeds_owed',
    facts: { owed: '3.50' },
  });
  await expect(pay(reference(0), 1n, '2999-01-01')).rejects.toMatchObject({
    code: 'remittance_day_invalid',
  });
  expect(await pay(reference(1), 200n)).toBe('recorded');
  expect(await pay(reference(1), 200n)).toBe('repeated');
  await expect(pay(reference(1), 100n)).rejects.toMatchObject({
    code: 'remittance_reference_used',
  });
  const answers = await Promise.allSettled([2, 3, 4].map((n) => pay(reference(n), 150n)));
  expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  expect((await bank()) - before).toBe(350n);
  const [statement] = (await listCarrierStatements({ by: READER })).filter(
    (one) => one.statementId === statementId,
  );
  expect(statement).toMatchObject({ remitted: cny(350n), owed: cny(0n) });
});

test('what carriers owe is aged by the day they had to pay', async () => {
  const lineId = await makeCarrierLine(ours, { carrier: 'cbn', termDays: 30 });
  const story = await makeStory(4, { lineId });
  const debt = async () =>
    (await listCarrierDebts({ by: READER })).find(({ carrier }) => carrier === 'cbn');
  await itIs('2026-12-30T12:00:00+08:00');
  // November is due today, October since 30 days, September since 61, August since 91.
  const months = ['2026-11', '2026-10', '2026-09', '2026-08'];
  const statements: string[] = [];
  for (const [n, month] of months.entries()) {
    statements.push((await story.import(month, [story.line(n)])).statementId);
  }
  expect(await debt()).toEqual({
    carrier: 'cbn',
    byAge: {
      notDue: cny(70n),
      upTo30: cny(140n),
      upTo60: cny(0n),
      upTo90: cny(210n),
      over90: cny(350n),
    },
    total: cny(770n),
  });
  const unpaid = async (month: string) => (await story.part(month))?.unpaid;
  const ages = await Promise.all(months.map(unpaid));
  expect(ages).toEqual(['notDue', 'upTo30', 'upTo90', 'over90']);
  await recordRemittance({
    statementId: statements[3] ?? '',
    reference: `aged-${lineId}`,
    amount: cny(350n),
    receivedOn: '2026-12-30',
    ...(await staffWithCode('finance')),
  });
  expect((await debt())?.byAge.over90).toEqual(cny(0n));
  expect(await unpaid('2026-08')).toBeNull();
  await itIs('2026-12-31T00:00:00+08:00');
  expect((await debt())?.byAge).toMatchObject({
    notDue: cny(0n),
    upTo30: cny(70n),
    upTo60: cny(140n),
  });
});

test('more than one complaint in a hundred payments, and five at least, stop the line for the merchant', async () => {
  const story = await makeStory(20);
  const paid = Array.from({ length: 20 }, (_, n) => story.line(n));
  const complaints = (count: number) =>
    Array.from({ length: count }, (_, n) => story.line(n, 'complaint_refund', 100n));
  // The fifth was told before.
  const four = [...paid, ...complaints(4), ...complaints(1)];
  expect(await story.import('2026-09', four)).toMatchObject({ stopped: 0 });
  expect(await story.part('2026-09')).toMatchObject({ complaints: 4, stopped: false });
  const more = await makeStory(20, { merchantId: story.merchantId, lineId: story.lineId });
  const five = Array.from({ length: 5 }, (_, n) => more.line(n, 'complaint_refund', 100n));
  const again = [...Array.from({ length: 20 }, (_, n) => more.line(n)), ...five];
  expect(await more.import('2026-10', again)).toMatchObject({ stopped: 1 });
  expect(await more.part('2026-10')).toMatchObject({ complaints: 5, stopped: true });
});

test('a complaint about a payment that we refunded books nothing, and counts all the same', async () => {
  const story = await makeStory(5);
  const payments = [0, 1, 2, 3, 4];
  await story.import(
    '2026-08',
    payments.map((n) => story.line(n)),
  );
  // The carrier's share and the fee are not the merchant's to give back: that comes from other money.
  await payByCard(await makeOrderFor(story.merchantId, { amountMinor: 100_000n }));
  for (const n of payments) await askForRefund(await story.order(n), story.line(n).amountMinor);
  // Of none of the merchant's payments but by complaint.
  const other = await makeStory(1, { lineId: story.lineId });
  const complaints = payments.map((n) => story.line(n, 'complaint_refund'));
  const answer = await story.import('2026-09', [other.line(0), ...complaints]);
  expect(answer).toMatchObject({ matched: 1, stopped: 1 });
  expect(await story.part('2026-09')).toMatchObject({
    complaints: 0,
    complained: 5,
    complaint: cny(0n),
    stopped: true,
  });
  expect(await other.part('2026-09')).toMatchObject({ complained: 0, stopped: false });
  const rates = await listComplaintRates({ by: READER });
  expect(rates.filter(({ merchantId }) => merchantId === story.merchantId)).toMatchObject([
    { month: '2026-09', payments: 0, complaints: 5, stopped: true },
  ]);
  expect((await checkBooks()).findings).toEqual([]);
});
