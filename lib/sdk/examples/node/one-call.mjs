// One call of the API, one link. Prints the address to send the shopper to.
import { randomUUID } from 'node:crypto';

const { CASHIER_ORIGIN, CASHIER_API_KEY } = process.env;

const response = await fetch(`${CASHIER_ORIGIN}/api/v1/orders`, {
  method: 'POST',
  headers: {
    Authorization: `Bearer ${CASHIER_API_KEY}`,
    'Content-Type': 'application/json',
    'Idempotency-Key': randomUUID(),
  },
  body: JSON.stringify({
    merchant_order_no: process.argv[2] ?? `A-${Date.now()}`,
    amount: 6800, // fen
    currency: 'CNY',
    subject: '亚麻短袖衬衫',
    goods: 'physical',
  }),
});
const order = await response.json();
if (!response.ok) throw new Error(`${order.code}: ${order.title}`);
console.log(order.pay_url);
