import { randomUUID } from 'node:crypto';
import { keyedHash } from '@/lib/core/crypto';
import { pool } from '@/lib/core/db';
import { newId } from '@/lib/core/ids';
import { inTransaction } from '@/lib/core/unit-of-work';
import { createMerchant } from '@/lib/merchants/create-merchant';
import type { LatePaymentPolicy } from '@/lib/merchants/merchant';
import { cny } from '@/lib/money/money';
import type { Order, SubscriptionPeriod } from '@/lib/orders/order';
import { placeOrder } from '@/lib/orders/place-order';
import type { StartPayment } from '@/lib/payments/start-payment';
import { startPayment } from '@/lib/payments/start-payment';
import type { CarrierRails } from './carrier-rails';
import { importFile, linesFile } from './factories/carrier-catalogue';
import { PHONE } from './hosts';

/**
 * Lines that open Beijing: China Mobile by code (and at once, and on a page) with a dearer one behind it, China
 * Unicom on its page only.
 */
export async function openBeijing(): Promise<void> {
  const beijing = { province: '11', user_day_yuan: '50', user_month_yuan: '100' };
  const mobile = { ...beijing, line: 'mobile', service_id: 'MOB1' };
  const dearer = { ...beijing, line: 'mobile-dearer', service_id: 'MOB2', share_percent: '60' };
  const unicom = { line: 'unicom', carrier: 'cucc', service_id: 'UNI1', modes: 'wap' };
  await importFile(
    'lines',
    linesFile(
      mobile,
      { ...mobile, fee_point: 'P1500', amount_yuan: '15', periodic: 'yes' },
      { ...dearer, fee_point: 'Q600' },
      { ...beijing, ...unicom, fee_point: 'U600' },
    ),
  );
  await importFile('ranges', 'prefix,carrier,province\n138,cmcc,11\n130,cucc,11\n');
}

let numbers = 0;
/** A number of Beijing that nothing else here charges; its last digits are what the simulator goes by. */
export function phoneWith(meaning: string, prefix: '138' | '130' = '138'): string {
  numbers += 1;
  // The simulator's provinces repeat after 31.
  return `${prefix}${String(numbers * 31).padStart(4, '0')}${meaning}`;
}

/** An open order for something digital, of a merchant of its own. */
export async function makeDigitalOrder({
  amountMinor = 600n,
  subscriptionPeriod = null as SubscriptionPeriod | null,
  goods = 'digital' as Order['goods'],
  hiddenMethods = [] as string[],
  latePaymentPolicy = 'refund' as LatePaymentPolicy,
  lifetimeMs = 1_800_000,
} = {}): Promise<Order> {
  const { id: merchantId } = await createMerchant({
    name: '游戏商店',
    nameEn: 'Game shop',
    accentColor: '#0b6bff',
    returnOrigins: ['https://shop.example'],
    latePaymentPolicy,
    balanceContract: 'bank_custody',
    hiddenMethods,
  });
  const { order } = await inTransaction((tx) =>
    placeOrder(
      tx,
      {
        merchantId,
        merchantOrderNo: newId('ord'),
        amount: cny(amountMinor),
        subject: '游戏金币',
        goods,
        returnUrl: 'https://shop.example/back',
        customerReference: 'alice',
        subscriptionPeriod,
        expiresAt: new Date(Date.now() + lifetimeMs),
        contentHash: 'test',
      },
      () => false,
    ),
  );
  return order;
}

/** Whoever asks is somebody new each time, so that no budget of theirs is used up. */
export const somebody = () => ({ device: randomUUID(), address: randomUUID() });

/** The shopper agrees to have this phone charged for the order. */
export const payByPhone = (order: Order, phone: string, over: Partial<StartPayment> = {}) =>
  startPayment({
    token: order.payToken,
    method: 'carrier',
    phone,
    consentVersion: 'test-1',
    ...somebody(),
    host: PHONE,
    actor: { userId: null },
    ...over,
  });

/** Somebody who has proved this phone by signing in. */
export async function signedInWith(phone: string): Promise<string> {
  const id = newId('usr');
  await pool().query(
    `INSERT INTO users (id, role, display_name, phone_hash, phone_masked) VALUES ($1, 'shopper', $2, $3, $2)`,
    [id, 'a shopper', keyedHash('phone', phone)],
  );
  return id;
}

export interface CarriersPayment {
  paymentId: string;
  clientCorrelator: string;
  state: string;
  amount: string;
  codesSent: number;
  wrongCodes: number;
  events: { type: string }[];
  refunds: { clientCorrelator: string; amount: string; state: string }[];
}

/** What the carriers know of payments by that phone, oldest first. */
export const atCarrier = async (
  rails: Pick<CarrierRails, 'control'>,
  phone: string,
): Promise<CarriersPayment[]> => {
  const found = await rails.control(`carrier/payments?phone=${phone}`);
  return (found as { payments: CarriersPayment[] }).payments;
};

/** What the limits count against that phone today, over all lines, in fen. */
export async function countedAgainst(phone: string): Promise<bigint> {
  const { rows } = await pool().query<{ used: string }>(
    `SELECT coalesce(sum(used_minor), 0)::text AS used FROM carrier_usage
      WHERE scope = 'user_day' AND key = $1`,
    [keyedHash('carrier-phone', `+86${phone}`)],
  );
  return BigInt(rows[0]?.used ?? 0);
}

/** Numbers that the vault still keeps for charging. */
export async function keptPhones(): Promise<number> {
  const { rows } = await pool().query<{ kept: number }>(
    "SELECT count(*)::int AS kept FROM vault_items WHERE purpose = 'carrier_charge'",
  );
  return rows[0]?.kept ?? 0;
}

/** Lets so many seconds pass since the attempt was made. */
export const letPass = (attemptId: string, seconds: number) =>
  pool().query(
    `UPDATE attempts SET requested_at = requested_at - make_interval(secs => $2),
                         payable_until = payable_until - make_interval(secs => $2) WHERE id = $1`,
    [attemptId, seconds],
  );
