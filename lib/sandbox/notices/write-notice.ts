import { encodeForm } from '../acp/fields';
import { signAnswer } from '../acp/sign';
import type { Behaviour } from '../behaviour/schema';
import { noticeFields } from '../gateway/message-fields';
import type { Simulator } from '../simulator';
import type { OrderRecord } from '../state/records';

type Flaws = Pick<Behaviour, 'noticeSignature' | 'noticeAmount'>;

/** The body of an order's back notice, signed, with the flaws that were asked for. */
export function writeNotice(
  { certificates, store }: Pick<Simulator, 'certificates' | 'store'>,
  order: OrderRecord,
  flaws: Flaws,
): string {
  const fields = noticeFields(order, store, flaws.noticeAmount);
  const stranger = flaws.noticeSignature === 'stranger';
  const signed = signAnswer(fields, stranger ? certificates.stranger : certificates.unionpay);
  if (flaws.noticeSignature !== 'wrong') return encodeForm(signed);
  const broken = Buffer.from(signed.signature ?? '', 'base64');
  broken[0] = (broken[0] ?? 0) ^ 0xff;
  return encodeForm({ ...signed, signature: broken.toString('base64') });
}
