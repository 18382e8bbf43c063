import { Refusal } from '@/lib/core/errors';
import type { AccountSums } from '@/lib/ledger/account-days';
import { sumAccountDays } from '@/lib/ledger/sum-account-days';
import { cny } from '@/lib/money/money';
import { daysOfMonth, isMonth } from './month-rules';
import { selectMonths } from './month-store';
import { type MonthlyStatement, STATEMENT_SUBJECTS } from './monthly-statement';

/**
 * A merchant's month as the ledger has it, to the fen. Refusal: not_found (no such month, one before the
 * merchant was set up, one that has not begun).
 */
export async function getMonthlyStatement({
  merchantId,
  month,
}: {
  merchantId: string;
  month: string;
}): Promise<MonthlyStatement> {
  const months = await selectMonths(merchantId);
  if (!months || !isMonth(month) || month < months.first || month > months.now) {
    throw new Refusal('not_found', { merchantId, month });
  }
  const { from, to } = daysOfMonth(month);
  const accounts = STATEMENT_SUBJECTS.map((subject) => ({ subject, owner: merchantId }));
  const sums = await sumAccountDays({ accounts, from, to });
  return {
    ...{ merchantId, month, from, to },
    isFinal: month < months.now && (months.closedThrough ?? '') >= to,
    accounts: sums.map((sum, place) => ({
      ...sum,
      subject: STATEMENT_SUBJECTS[place] ?? 'merchant_balance',
    })),
    fee: cny(feeOf(sums)),
  };
}

const SETTLEMENTS = new Set(['settlement', 'carrier_settlement']);
const GIVEN_BACK = 'refund_fee_returned';

/** What settlements took from pending and did not bring to the account is the fee, whatever they are made of. */
function feeOf(accounts: readonly AccountSums[]): bigint {
  const moves = (event: string): bigint =>
    accounts
      .flatMap(({ kinds }) => kinds)
      .filter((kind) => kind.event === event || kind.event === `reversal:${event}`)
      .reduce((sum, kind) => sum + kind.out.amountMinor - kind.in.amountMinor, 0n);
  return [...SETTLEMENTS, GIVEN_BACK].reduce((sum, event) => sum + moves(event), 0n);
}
