// A signed link: no call to the cashier at all. Prints the address to send the shopper to.
import { signLink } from './cashier-signature.mjs';

const { CASHIER_ORIGIN, CASHIER_MERCHANT, CASHIER_KEY_ID, CASHIER_LINK_SECRET } = process.env;

const fields = {
  merchant: CASHIER_MERCHANT,
  key_id: CASHIER_KEY_ID,
  order_no: process.argv[2] ?? `A-${Date.now()}`,
  amount: '6800', // fen
  subject: '亚麻短袖衬衫',
  goods: 'physical',
  expires: String(Math.floor(Date.now() / 1000) + 1800),
};
const sign = signLink(CASHIER_LINK_SECRET, fields);
console.log(`${CASHIER_ORIGIN}/pay?${new URLSearchParams({ ...fields, sign })}`);
