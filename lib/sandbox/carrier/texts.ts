import type { Simulator } from '../simulator';
import { CARRIERS } from './numbers';
import type { CarrierPayment, CarrierRefund } from './records';

/** "6.00" of 6000 thousandths; a third digit only where there is one. */
export function formatMilli(milli: number): string {
  const digits = String(milli).padStart(4, '0');
  const text = `${digits.slice(0, -3)}.${digits.slice(-3)}`;
  return text.endsWith('0') ? text.slice(0, -1) : text;
}

/** As on the bill, but for its heading, which these texts have themselves. */
const goodsOf = ({ request }: CarrierPayment): string =>
  request.paymentAmount.chargingInformation.description.replace(/^增值业务[-—：: ]*/, '');

function text(
  { store }: Simulator,
  { carrier, phone }: CarrierPayment,
  words: string,
  lastLine = '',
): void {
  const { zh, hotline } = CARRIERS[carrier];
  const message = `【${zh}】${words}客服电话${hotline}。${lastLine}`;
  store.saveMessage({ id: store.nextNumber(), phone, text: message, atMs: Date.now() });
}

export function textCode(simulator: Simulator, payment: CarrierPayment, code: string): void {
  const amount = formatMilli(payment.milli);
  const words = `您正在使用话费购买增值业务“${goodsOf(payment)}”，金额${amount}元，验证码 ${code}，请勿告诉他人。`;
  text(simulator, payment, words, boundLine(simulator, payment, code));
}

/**
 * Lets the phone offer the code on the cashier's page and on no other
 * (wicg.github.io/sms-one-time-codes). What is typed in on the carrier's own page is not the cashier's.
 */
function boundLine({ config }: Simulator, { validation }: CarrierPayment, code: string): string {
  if (validation?.action !== 'validate') return '';
  return `\n@${new URL(config.appOrigin).hostname} #${code}`;
}

/** The carrier's own word about a charge (扣费短信提醒). */
export function textCharge(simulator: Simulator, payment: CarrierPayment): void {
  const amount = formatMilli(payment.milli);
  const words = `扣费提醒：您已购买增值业务“${goodsOf(payment)}”，扣费${amount}元，计入话费账单。如有疑问请咨询我们。`;
  text(simulator, payment, words);
}

export function textRefund(
  simulator: Simulator,
  payment: CarrierPayment,
  { milli }: CarrierRefund,
): void {
  const amount = formatMilli(milli);
  const words = `退费提醒：您购买的增值业务“${goodsOf(payment)}”已退费${amount}元，返还到您的话费账户。`;
  text(simulator, payment, words);
}
