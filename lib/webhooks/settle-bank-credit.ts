import type { BankCredit } from '@/lib/channels/payout-port';
import { isRefusal } from '@/lib/core/errors';
import { log } from '@/lib/core/log';
import { receiveTransferIn } from '@/lib/virtual-accounts/receive-transfer-in';

/**
 * Books a credit that the bank itself has told when asked, once. What the books refuse for good (the
 * same reference with other content, an amount beyond all bounds) is for a person: it is logged, and
 * trying again would change nothing.
 */
export async function settleBankCredit(
  credit: BankCredit,
): Promise<'credited' | 'repeated' | 'suspense' | 'refused'> {
  const { bankReference, number, amount, payerName, payerAccount, remark } = credit;
  const what = { bankReference, number, amount, payerName, payerAccount, remark };
  try {
    return await receiveTransferIn({ channel: 'bank', ...what });
  } catch (error) {
    if (!isRefusal(error) || error.code === 'ledger_busy') throw error;
    log().error({ bankReference, refusal: error.code }, 'money at the bank that cannot be booked');
    return 'refused';
  }
}
