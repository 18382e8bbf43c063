import type { BankNotice } from '@/lib/channels/payout-port';
import { payoutAdapter } from '@/lib/channels/registry';
import { resolvePayout } from '@/lib/payouts/resolve-payout';
import { sameCredit } from './notice-rules';
import { settleBankCredit } from './settle-bank-credit';

/**
 * Acts on what the bank's notice is about, never on the notice: a payout is asked about, and of
 * money that came in the bank's own record is booked. Throws while the bank does not confirm that
 * there is such a record. Answers in a word what came of it.
 */
export async function processBankNotice({ channelOrderNo, body }: BankNotice): Promise<string> {
  if (body.type === 'payout') {
    await resolvePayout({ channel: 'bank', payoutNo: channelOrderNo });
    return 'asked';
  }
  const answer = await payoutAdapter().queryCredit({ bankReference: channelOrderNo });
  if (answer.kind !== 'found') throw new Error('the bank has not confirmed its notice yet');
  const result = await settleBankCredit(answer.credit);
  return sameCredit(answer.credit, body) ? result : 'content_differs';
}
