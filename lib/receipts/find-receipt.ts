import { spendBudget } from '@/lib/auth/budgets';
import { isRefusal, Refusal } from '@/lib/core/errors';
import { openItem } from '@/lib/vault/open-item';
import { tailMatches } from './rules';
import type { ReceiptSearch } from './schema';
import { type PayersPhones, selectPayersPhones } from './store';

/**
 * The paid order of that number, if its payer's phone ends in these digits: the phone that they signed in
 * with, that the bank has for the card, whose bill was charged, or that the order came with. A number that
 * several shops have used finds none of their orders: one guess would be a guess at all of them. That, an
 * unknown number, a wrong tail and a payer without a phone are answered alike.
 *
 * @throws Refusal receipt_not_found, too_many_requests
 */
export async function findReceipt({
  orderNo,
  tail,
  address,
  device,
}: ReceiptSearch & { address: string; device: string }): Promise<string> {
  // Who asks is counted before what is asked for: nobody uses up the tries at others' orders by the way.
  await spendBudget('receipt-device', device);
  await spendBudget('receipt-address', address);
  await spendBudget('receipt-all-hour', 'all');
  const [first, second] = await selectPayersPhones(orderNo, 2);
  // Our own number means one order, whatever numbers shops make up.
  const payer = second && first?.orderId !== orderNo ? undefined : first;
  // An order has two numbers, and one count.
  await spendBudget('receipt-order', payer?.orderId ?? orderNo);
  if (!payer || !(await isPayersTail(tail, payer))) throw new Refusal('receipt_not_found');
  return payer.orderId;
}

/** The vault is opened last: each reading of it is on record. */
const isPayersTail = async (tail: string, payer: PayersPhones): Promise<boolean> =>
  tailMatches(tail, payer.phonesMasked) || tailMatches(tail, [await orderPhone(payer)]);

/** The phone that the order came with. null: there is none any more. */
async function orderPhone({ payerPhoneItemId: itemId }: PayersPhones): Promise<string | null> {
  if (itemId === null) return null;
  try {
    return await openItem({ itemId, actor: 'receipt search', purpose: 'payer_phone' });
  } catch (error) {
    if (isRefusal(error) && error.code === 'not_found') return null;
    throw error;
  }
}
