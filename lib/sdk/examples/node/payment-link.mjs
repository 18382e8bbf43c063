// A payment link: made once, opened by many shoppers. Prints its address, to be sent or drawn as a code.
import { randomUUID } from 'node:crypto';

const { CASHIER_ORIGIN, CASHIER_API_KEY } = process.env;

const response = await fetch(`${CASHIER_ORIGIN}/api/v1/payment-links`, {
  method: 'POST',
  headers: {
    Authorization: `Bearer ${CASHIER_API_KEY}`,
    'Content-Type': 'application/json',
    'Idempotency-Key': randomUUID(),
  },
  body: JSON.stringify({
    subject: '会员年费',
    goods: 'digital',
    currency: 'CNY',
    amount: 9900, // fen; or amount_min and amount_max, where the shopper types it
    max_uses: 100,
    expires_in: 7 * 24 * 3600,
  }),
});
const link = await response.json();
if (!response.ok) throw new Error(`${link.code}: ${link.title}`);
console.log(link.url);
