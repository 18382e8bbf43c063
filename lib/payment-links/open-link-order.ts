import { databaseNow } from '@/lib/core/clock';
import { keyedHash } from '@/lib/core/crypto';
import type { Tx } from '@/lib/core/db';
import { Refusal } from '@/lib/core/errors';
import { inTransaction } from '@/lib/core/unit-of-work';
import { formatMoney } from '@/lib/money/format-money';
import type { Money } from '@/lib/money/money';
import type { OrderTerms } from '@/lib/orders/order';
import { placeOrder } from '@/lib/orders/place-order';
import { contentText, sameTerms } from '@/lib/orders/rules';
import { deviceHash } from './device-hash';
import type { PaymentLink, Standing } from './payment-link';
import { amountOf, isLinkCode, NO_USES, orderLifetimeS, standingOf } from './rules';
import {
  countUses,
  findOwnOpenOrder,
  findPaymentLink,
  keepLinkOrder,
  lockPaymentLink,
} from './store';

interface Press {
  code: string;
  /** What the browser is known by. */
  device: string;
  /** The form's own: pressed twice, it is one order. */
  formKey: string;
  /** What the shopper typed; a fixed amount needs none, and heeds none. */
  amount?: Money;
}

/**
 * A shopper opens a link: its order, which a browser that has one open for this amount comes back to. Uses are
 * counted under the link's lock, so that the last one is given away once, however many press at once.
 *
 * @throws Refusal payment_link_not_found, payment_link_amount, payment_link_stopped, payment_link_over,
 * payment_link_used_up, payment_link_busy, those of placeOrder
 */
export async function openLinkOrder(press: Press): Promise<{ payToken: string }> {
  return inTransaction(async (tx) => {
    const link = await lockedLink(tx, press.code);
    const amount = amountOf(link, press.amount);
    if (!amount) {
      const [least, most] = [formatMoney(link.least), formatMoney(link.most)];
      throw new Refusal('payment_link_amount', { linkId: link.id, least, most });
    }
    const own = { linkId: link.id, deviceHash: deviceHash(press.device) };
    const known = await findOwnOpenOrder({ ...own, amountMinor: amount.amountMinor }, tx);
    if (known) return { payToken: known };
    const now = await databaseNow(tx);
    const uses = link.mostUses === null ? NO_USES : (await countUses([link.id], tx)).get(link.id);
    refuseUnlessOpen(standingOf(link, uses ?? NO_USES, now), link.id);
    const terms = termsOf(link, { amount, press });
    const { order } = await placeOrder(
      tx,
      {
        ...terms,
        merchantId: link.merchantId,
        expiresAt: new Date(now.getTime() + orderLifetimeS(link) * 1000),
        contentHash: keyedHash('order-content', contentText([link.id, terms.merchantOrderNo])),
      },
      ({ order: before }) => sameTerms(before, terms),
    );
    await keepLinkOrder(tx, { orderId: order.id, ...own });
    return { payToken: order.payToken };
  });
}

/** Only a link that counts its uses keeps its shoppers in a line. */
async function lockedLink(tx: Tx, code: string): Promise<PaymentLink> {
  const link = isLinkCode(code) ? await findPaymentLink({ code }, tx) : undefined;
  if (!link) throw new Refusal('payment_link_not_found');
  if (link.mostUses === null) return link;
  await lockPaymentLink(tx, link.id);
  return (await findPaymentLink({ code }, tx)) ?? link;
}

const REFUSED = {
  stopped: 'payment_link_stopped',
  over: 'payment_link_over',
  used_up: 'payment_link_used_up',
  busy: 'payment_link_busy',
} as const;

function refuseUnlessOpen(standing: Standing, linkId: string): void {
  if (standing !== 'open') throw new Refusal(REFUSED[standing], { linkId });
}

/** The number says where the order comes from, and is the same for the same press. */
function termsOf(
  link: PaymentLink,
  { amount, press }: { amount: Money; press: Press },
): OrderTerms {
  const { formKey, device } = press;
  const content = contentText([link.id, device, formKey, amount.amountMinor.toString()]);
  const number = keyedHash('payment-link-order', content).slice(0, 20).toUpperCase();
  return {
    merchantOrderNo: `PL-${number}`,
    amount,
    subject: link.subject,
    goods: link.goods,
    returnUrl: link.returnUrl,
    customerReference: null,
    subscriptionPeriod: null,
  };
}
