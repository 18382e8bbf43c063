import { signWithoutCode } from '@/lib/agreements/sign-without-code';
import type { Operation } from '@/lib/api/operation';
import { OPERATIONS } from '@/lib/api/operations';
import { pool } from '@/lib/core/db';
import { newSortableNumber } from '@/lib/core/ids';
import { cny } from '@/lib/money/money';
import { requestRefundByShopper } from '@/lib/refunds/request-refund-by-shopper';
import { CONSENT, someElements } from './agreement-bench';
import type { ApiClient } from './api-client';
import { addSubscription } from './browser-subscription';
import { seedCustomer } from './factories/customers';
import { seedMerchantMoney } from './factories/merchant-money';
import { payFromBalance } from './factories/paid-order';
import { makeOrderFor } from './factories/payable-order';

type Subject = (shop: ApiClient) => Promise<string>;

const paidOrder: Subject = async ({ merchant: { id: merchantId } }) => {
  await seedCustomer({ merchantId, reference: 'alice' });
  return (await payFromBalance(await makeOrderFor(merchantId, { amountMinor: 2_000n }))).id;
};

const askedRefund: Subject = async (shop) => {
  const orderId = await paidOrder(shop);
  const { id } = await requestRefundByShopper({
    ...{ orderId, amount: cny(300n), reason: 'changed_mind', words: '不想要了' },
    formKey: newSortableNumber(),
    reader: { found: orderId, userId: null, device: undefined },
    address: newSortableNumber(),
  });
  return id;
};

const boundCard: Subject = async ({ merchant: { id: merchantId } }) => {
  const elements = someElements();
  const customerReference = `c${newSortableNumber()}`;
  const given = { merchantId, customerReference, elements, consentVersion: CONSENT };
  const signed = await signWithoutCode(given);
  if (signed.kind !== 'signed') throw new Error(signed.kind);
  return signed.agreementId;
};

const subscription: Subject = ({ merchant: { id: merchantId } }) => {
  const query = async (text: string, values?: unknown[]) => (await pool().query(text, values)).rows;
  return addSubscription({ query }, { merchantId });
};

/** What a call makes out of its example, for other calls to be about. */
const made =
  (operationId: string): Subject =>
  async (shop) => {
    const one = OPERATIONS.find(({ id }) => id === operationId);
    if (!one) throw new Error(`there is no ${operationId}`);
    const answer = await shop.post(JSON.stringify(one.example), {}, one.path);
    return ((await answer.json()) as { id: string }).id;
  };

const rich: Subject = async ({ merchant: { id: merchantId } }) => {
  await seedMerchantMoney({ merchantId, amountMinor: 1_000_000n });
  return merchantId;
};

/** By the id of an operation: something real of that merchant's that it can be called about, in the right state. */
export const API_SUBJECTS: Readonly<Record<string, Subject>> = {
  closeOrder: async ({ merchant }) => (await makeOrderFor(merchant.id)).id,
  createRefund: paidOrder,
  approveRefund: askedRefund,
  declineRefund: askedRefund,
  chargeAgreement: boundCard,
  cancelSubscription: subscription,
  updatePaymentLink: made('createPaymentLink'),
  openVirtualAccount: made('createCustomer'),
  updateWebhookEndpoint: made('createWebhookEndpoint'),
  rotateWebhookSecret: made('createWebhookEndpoint'),
  testWebhookEndpoint: made('createWebhookEndpoint'),
  createWithdrawal: rich,
};

/** Where to call it: about something real where that is known, else about what nobody has. */
export async function addressOf({ id, path }: Operation, shop: ApiClient): Promise<string> {
  const subject = await API_SUBJECTS[id]?.(shop);
  return path.replace(/\{\w+\}/g, subject ?? `ord_${newSortableNumber()}`);
}

/** The example's body, its own numbers new each time, so that it is not the repeat of another. */
export const freshBody = ({ example = {} }: Operation): Record<string, unknown> => ({
  ...example,
  ...Object.fromEntries(
    Object.keys(example)
      .filter((name) => /^merchant_\w+_no$/.test(name))
      .map((name) => [name, `F${newSortableNumber()}`]),
  ),
});
