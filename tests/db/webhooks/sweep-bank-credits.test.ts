import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { db, pool } from '@/lib/core/db';
import { balanceOf } from '@/lib/ledger/balance-of';
import type { ExternalRef } from '@/lib/ledger/chart';
import { checkBooks } from '@/lib/ledger/check-books';
import { processNotice } from '@/lib/webhooks/process-notice';
import { receiveNotice } from '@/lib/webhooks/receive-notice';
import { sweepBankCredits } from '@/lib/webhooks/sweep-bank-credits';
import { type BankRail, startBankRail } from '@/tests/support/bank-rail';
import { seedVirtualAccount } from '@/tests/support/factories/virtual-accounts';

let bank: BankRail;
beforeAll(async () => {
  bank = await startBankRail();
  Object.assign(process.env, bank.env);
}, 60_000);
afterAll(() => bank.stop());
beforeEach(() => sweepBankCredits());
afterEach(async () => expect((await checkBooks()).findings).toEqual([]));

const balance = async (ref: ExternalRef) => (await balanceOf(ref)).amountMinor;
const through = async () => (await db().bankCreditSweep.findUnique({ where: { id: 1 } }))?.through;

test('a credit whose notice got lost is found, once, however often it is looked for', async () => {
  const { ref, number } = await seedVirtualAccount();
  await bank.credit({ number, amount: '6800', notice: 'none' });
  expect(await sweepBankCredits()).toBe(1);
  expect(await sweepBankCredits()).toBe(0);
  expect(await balance(ref)).toBe(6_800n);
});

test('sweeps and notices at the same time book each credit once', async () => {
  const { ref, number } = await seedVirtualAccount();
  const noticeIds: string[] = [];
  for (let count = 0; count < 5; count += 1) {
    const reference = await bank.credit({ number, amount: '100' });
    for (const notice of await bank.notices(reference, 1)) {
      await receiveNotice({ channel: 'bank', ...notice });
    }
    const where = { channelOrderNo: reference };
    noticeIds.push((await db().channelNotice.findFirstOrThrow({ where })).id);
  }
  const found = await Promise.all([
    sweepBankCredits(),
    ...noticeIds.map((noticeId) => processNotice({ noticeId })),
    sweepBankCredits(),
  ]);
  expect(found).toHaveLength(7);
  expect(await balance(ref)).toBe(500n);
});

test('more than a page is looked through to the end, and one bad number holds up nobody', async () => {
  const { ref, number } = await seedVirtualAccount();
  for (let count = 0; count < 210; count += 1) {
    const other = count === 100 ? { number: '1' } : { number };
    await bank.credit({ ...other, amount: '1', notice: 'none' });
  }
  expect(await sweepBankCredits()).toBe(210);
  expect(await balance(ref)).toBe(209n);
}, 60_000);

test('how far it looked is kept: what came while no worker ran for days is still found', async () => {
  const { ref, number } = await seedVirtualAccount();
  await bank.credit({ number, amount: '6800', notice: 'none' });
  await db().bankCreditSweep.update({
    where: { id: 1 },
    data: { through: new Date(Date.now() - 5 * 86_400_000) },
  });
  expect(await sweepBankCredits()).toBe(1);
  expect(await balance(ref)).toBe(6_800n);
  const now = await through();
  expect(Date.now() - Number(now?.getTime())).toBeLessThan(60_000);
});

test('a credit that cannot be booked now holds up none of the others, and is found again later', async () => {
  const { ref, number } = await seedVirtualAccount();
  const broken = await bank.credit({ number, amount: '1', notice: 'none' });
  await bank.credit({ number, amount: '2', notice: 'none' });
  const before = await through();
  await pool().query(`
    CREATE FUNCTION break_down() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE 'broken'; END $$;
    CREATE TRIGGER break_down BEFORE INSERT ON ledger_entries
      FOR EACH ROW WHEN (NEW.business_ref = '${broken}') EXECUTE FUNCTION break_down()`);
  try {
    await expect(sweepBankCredits()).rejects.toThrow('could not be booked');
  } finally {
    await pool().query('DROP FUNCTION break_down CASCADE');
  }
  expect(await balance(ref)).toBe(2n);
  expect(await through()).toEqual(before);
  expect(await sweepBankCredits()).toBe(1);
  expect(await balance(ref)).toBe(3n);
});
