import { expect, test } from 'vitest';
import { importCarrierStatement } from '@/lib/carrier-statements/import-carrier-statement';
import { listCarrierStatements } from '@/lib/carrier-statements/list-carrier-statements';
import { balanceOf } from '@/lib/ledger/balance-of';
import { checkBooks } from '@/lib/ledger/check-books';
import { cny } from '@/lib/money/money';
import { READER } from '@/tests/support/any-staff';
import {
  makeCarrierLine,
  payByPhone,
  paymentsFor,
  statementFile,
  totalsOf,
  wholeMonth,
} from '@/tests/support/carrier-statement-file';
import { bookedTotals, ours, stateOfStatements } from '@/tests/support/carrier-statement-scene';
import { seedMerchant } from '@/tests/support/factories/merchants';
import { staffWithCode } from '@/tests/support/make-staff';

const LINES = 2_000;

test('a month of two thousand lines adds up alike in the file, for the merchants and in the ledger', async () => {
  const merchantIds = [];
  for (let n = 0; n < 3; n += 1) merchantIds.push((await seedMerchant()).id);
  const lineId = await makeCarrierLine(ours);
  const payments = { lineId, merchantIds, series: 'm', count: paymentsFor(LINES) };
  await payByPhone(ours, payments);
  const totals = totalsOf(wholeMonth(payments));
  expect(totals.lines).toBe(LINES);
  const send = async () =>
    importCarrierStatement({
      lineId,
      month: '2026-10',
      bytes: statementFile(wholeMonth(payments)),
      ...(await staffWithCode('finance')),
    });

  const booked = await send();
  expect(booked).toMatchObject({ kind: 'booked', lines: LINES, matched: LINES, stopped: 0 });
  const { statementId } = booked;
  const { told, booked: inLedger, owed } = await bookedTotals(statementId);
  expect(told).toEqual(totals);
  expect(inLedger).toEqual(totals);
  expect(await balanceOf({ subject: 'channel_clearing', owner: 'carrier' })).toEqual(cny(owed));
  expect(await listCarrierStatements({ by: READER })).toMatchObject([
    { statementId, lines: LINES, differing: 0, owed: cny(owed), dueOn: '2026-12-30' },
  ]);
  const left = await Promise.all(
    merchantIds.map((owner) => balanceOf({ subject: 'merchant_pending', owner })),
  );
  expect(left).toEqual([cny(0n), cny(0n), cny(0n)]);

  const before = await stateOfStatements();
  expect(await send()).toEqual({ kind: 'known', statementId });
  expect(await stateOfStatements()).toBe(before);
  expect((await checkBooks()).findings).toEqual([]);
});
