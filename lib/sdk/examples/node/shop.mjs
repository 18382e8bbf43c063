import { createHmac, timingSafeEqual } from 'node:crypto';
import { createServer } from 'node:http';

const { CASHIER_ORIGIN, CASHIER_API_KEY, CASHIER_WEBHOOK_SECRET, PORT = 4000 } = process.env;
const key = Buffer.from(CASHIER_WEBHOOK_SECRET.slice('whsec_'.length), 'base64');
const headers = { Authorization: `Bearer ${CASHIER_API_KEY}`, 'Content-Type': 'application/json' };
const coffee = { amount: 600, currency: 'CNY', subject: '咖啡', goods: 'digital' };
const paid = [];
const form = '<title>Shop</title><form action="/buy" method="post"><button>Buy</button></form>';

async function buy(no = `A-${Date.now()}`) {
  const answer = await fetch(`${CASHIER_ORIGIN}/api/v1/orders`, {
    method: 'POST',
    headers: { ...headers, 'Idempotency-Key': no },
    body: JSON.stringify({ merchant_order_no: no, ...coffee }),
  });
  return (await answer.json()).pay_url;
}

function verify({ 'webhook-id': id, 'webhook-timestamp': at, 'webhook-signature': s = '' }, body) {
  const wanted = createHmac('sha256', key).update(`${id}.${at}.${body}`).digest();
  const given = s.split(' ').map((one) => Buffer.from(one.slice('v1,'.length), 'base64'));
  const same = (one) => one.length === wanted.length && timingSafeEqual(one, wanted);
  return Math.abs(Date.now() / 1000 - at) < 300 && given.some(same);
}

createServer(async (request, response) => {
  if (request.url === '/buy') return response.writeHead(303, { Location: await buy() }).end();
  if (request.url !== '/hook') return response.end(form + paid);
  const body = (await request.setEncoding('utf8').toArray()).join('');
  const event = verify(request.headers, body) && JSON.parse(body);
  if (event.type === 'order.paid') paid.push(event.data.merchant_order_no);
  response.writeHead(event ? 204 : 400).end();
}).listen(PORT);
