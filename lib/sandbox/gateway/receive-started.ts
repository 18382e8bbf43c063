import { REQUIRED } from '../acp/field-rules';
import type { Fields } from '../acp/fields';
import { toBeijingStamp } from '../beijing-time';
import type { Simulator } from '../simulator';
import { checkTransaction } from './check-transaction';
import { openPayment } from './open-payment';
import { DROPPED, type Reply, reply, replyAbout } from './reply';

/** 01/01 000201 from a server: answers the TN that the shopper's app is started with. */
export function receiveAppPayment(simulator: Simulator, fields: Fields): Reply {
  const stamp = toBeijingStamp(Date.now());
  const tn = `${stamp}${String(simulator.store.nextNumber() % 10_000_000).padStart(7, '0')}`;
  return receive(simulator, fields, { product: 'control', tn }, () => ({ tn }));
}

/** 01/07 000000: answers the address that the merchant shows as a QR, and the shopper's app opens. */
export function receiveQrPayment(simulator: Simulator, fields: Fields, origin: string): Reply {
  return receive(simulator, fields, { product: 'qr' }, (id) => ({
    qrCode: `${origin}/scan/${id}`,
  }));
}

/** Between servers, a number that has come before is 12 even word for word: query instead. */
function receive(
  simulator: Simulator,
  fields: Fields,
  own: { product: 'control' | 'qr'; tn?: string },
  handle: (id: string) => Fields,
): Reply {
  const problem = checkTransaction(simulator, fields, {
    required: REQUIRED.started,
    permissions: [own.product],
  });
  if (problem) return reply(fields, problem);
  if (fields.channelType !== '08') return reply(fields, { respCode: '10', detail: 'channelType' });
  if (simulator.store.findOrderByKey(fields)) return reply(fields, { respCode: '12' });
  const receipt = openPayment(simulator, fields, own);
  if (receipt.kind === 'lost') return DROPPED;
  if (receipt.kind === 'refused') return reply(fields, receipt.problem);
  return replyAbout(receipt.order, '00', handle(receipt.order.id));
}
