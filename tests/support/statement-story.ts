import { importCarrierStatement } from '@/lib/carrier-statements/import-carrier-statement';
import { listMerchantStatements } from '@/lib/carrier-statements/list-merchant-statements';
import type { MerchantStatement } from '@/lib/carrier-statements/statement';
import { newSortableNumber } from '@/lib/core/ids';
import { balanceOf } from '@/lib/ledger/balance-of';
import type { Subject } from '@/lib/ledger/chart';
import { readOrder } from '@/lib/orders/read-order';
import {
  makeCarrierLine,
  type PhonePayments,
  payByPhone,
  paymentOf,
  type StatementLine,
  statementFile,
} from './carrier-statement-file';
import { ours } from './carrier-statement-scene';
import { seedMerchant } from './factories/merchants';
import { staffWithCode } from './make-staff';

/** A merchant with so many payments on a line of its own, the first of ¥1.00, the second of ¥2.00 … */
export async function makeStory(
  count: number,
  about: { lineId?: string; merchantId?: string } = {},
) {
  const merchantId = about.merchantId ?? (await seedMerchant()).id;
  const lineId = about.lineId ?? (await makeCarrierLine(ours));
  const payments: PhonePayments = {
    lineId,
    merchantIds: [merchantId],
    series: newSortableNumber().slice(6, 18),
    count,
  };
  await payByPhone(ours, payments);
  const line = (
    n: number,
    kind: StatementLine['kind'] = 'paid',
    amountMinor?: bigint,
  ): StatementLine => {
    const payment = paymentOf(payments, n);
    return { kind, ...payment, ...(amountMinor === undefined ? {} : { amountMinor }) };
  };
  return {
    merchantId,
    lineId,
    line,
    attemptId: (n: number) => `att_${paymentOf(payments, n).channelOrderNo}`,
    order: (n: number) => readOrder(`ord_${paymentOf(payments, n).channelOrderNo}`),
    import: async (month: string, lines: readonly StatementLine[]) =>
      importCarrierStatement({
        lineId,
        month,
        bytes: statementFile(lines, month),
        ...(await staffWithCode('finance')),
      }),
    /** The merchant's part of that month. */
    async part(month: string): Promise<MerchantStatement | undefined> {
      const statements = await listMerchantStatements({ merchantId });
      return statements.find((one) => one.month === month && one.lineId === lineId);
    },
    minor: async (subject: Subject) =>
      (await balanceOf({ subject, owner: merchantId })).amountMinor,
  };
}
