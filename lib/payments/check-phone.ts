import { spendBudget } from '@/lib/auth/budgets';
import { ownsPhone } from '@/lib/auth/owns-phone';
import { maskPhone } from '@/lib/auth/rules';
import { findNumber } from '@/lib/carriers/find-number';
import { databaseNow } from '@/lib/core/clock';
import { Refusal } from '@/lib/core/errors';
import type { HostFacts } from '@/lib/methods/quickpass-surface';
import { findOrderByToken } from '@/lib/orders/find-order-by-token';
import { findPhoneRoute } from './find-phone-route';
import type { PhoneCharge } from './phone-charge';
import { modesHere } from './phone-rules';
import { requirePhoneBill } from './require-phone-bill';

/**
 * What charging this phone for this order would mean, before anything is sent to it: whose number it
 * is, what will stand on the bill and what is left, or what is in the way. Nothing here depends on
 * whether anybody has the number. `phone` is its eleven digits.
 *
 * @throws Refusal order_not_found, order_not_payable, method_unavailable, too_many_requests
 */
export async function checkPhone({
  token,
  phone,
  host,
  device,
  address,
  userId,
}: {
  token: string;
  phone: string;
  host: HostFacts;
  /** What the browser and the network are known by, for counting. */
  device: string;
  address: string;
  userId: string | null;
}): Promise<PhoneCharge> {
  const order = await findOrderByToken(token);
  if (!order) throw new Refusal('order_not_found');
  if (order.state !== 'open' || order.expiresAt <= (await databaseNow())) {
    throw new Refusal('order_not_payable', { orderId: order.id });
  }
  await requirePhoneBill(order, host);
  // Nobody may go through numbers to learn whose they are, or what they have spent.
  await spendBudget('number-address', address);
  await spendBudget('number-device', device);
  await spendBudget('number-order', order.id);
  const number = await findNumber({ phone });
  if (!number) {
    const nobodys = { carrier: null, province: null, ported: false };
    const obstacle = { reason: 'number_unknown' as const };
    return { phoneMasked: maskPhone(phone), ...nobodys, charge: { kind: 'closed', obstacle } };
  }
  const periodic = order.subscriptionPeriod !== null;
  const ownPhone = userId !== null && (await ownsPhone({ userId, phone }));
  const modes = modesHere({ host, ownPhone, periodic });
  const route = await findPhoneRoute(order, { number, modes, periodic });
  const { phoneMasked, carrier, province, ported } = number;
  const whose = { phoneMasked, carrier, province, ported };
  if (!route.chosen) return { ...whose, charge: { kind: 'closed', obstacle: route.obstacle } };
  const { mode, billText } = route.chosen;
  return {
    ...whose,
    charge: {
      kind: 'open',
      mode,
      amount: order.amount,
      billText,
      leftToday: route.left.userDay,
      leftThisMonth: route.left.userMonth,
    },
  };
}
