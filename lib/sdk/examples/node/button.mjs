// A button for a web page, in plain HTML: a form that opens a signed link. No script runs in the browser.
import { signLink } from './cashier-signature.mjs';

const { CASHIER_ORIGIN, CASHIER_MERCHANT, CASHIER_KEY_ID, CASHIER_LINK_SECRET } = process.env;

const escaped = (text) => text.replace(/[&<>"]/g, (one) => `&#${one.codePointAt(0)};`);

const fields = {
  merchant: CASHIER_MERCHANT,
  key_id: CASHIER_KEY_ID,
  order_no: process.argv[2] ?? `A-${Date.now()}`,
  amount: '6800', // fen
  subject: '亚麻衬衫 & 腰带',
  goods: 'physical',
  expires: String(Math.floor(Date.now() / 1000) + 1800),
};
const signed = { ...fields, sign: signLink(CASHIER_LINK_SECRET, fields) };
const inputs = Object.entries(signed).map(
  ([name, value]) => `  <input type="hidden" name="${name}" value="${escaped(value)}">`,
);
console.log(`<form method="get" action="${CASHIER_ORIGIN}/pay">
${inputs.join('\n')}
  <button type="submit">支付 ¥68.00</button>
</form>`);
