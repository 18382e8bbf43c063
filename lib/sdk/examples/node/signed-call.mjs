// An API call with a signature of its own, as a merchant may ask for: key, time, nonce and body are covered.
import { randomUUID } from 'node:crypto';
import { signRequest } from './cashier-signature.mjs';

const { CASHIER_ORIGIN, CASHIER_API_KEY, CASHIER_KEY_ID, CASHIER_LINK_SECRET } = process.env;

const target = '/api/v1/orders';
const body = JSON.stringify({
  merchant_order_no: process.argv[2] ?? `A-${Date.now()}`,
  amount: 6800, // fen
  currency: 'CNY',
  subject: '亚麻短袖衬衫',
  goods: 'physical',
});
const timestamp = String(Math.floor(Date.now() / 1000));
const nonce = randomUUID();
const signature = signRequest(
  CASHIER_LINK_SECRET,
  { method: 'POST', target, timestamp, nonce },
  body,
);
const response = await fetch(CASHIER_ORIGIN + target, {
  method: 'POST',
  headers: {
    Authorization: `Bearer ${CASHIER_API_KEY}`,
    'Content-Type': 'application/json',
    'Idempotency-Key': randomUUID(),
    'Cashier-Signature': `key_id=${CASHIER_KEY_ID},timestamp=${timestamp},nonce=${nonce},signature=${signature}`,
  },
  body,
});
const order = await response.json();
if (!response.ok) throw new Error(`${order.code}: ${order.title}`);
console.log(order.pay_url);
