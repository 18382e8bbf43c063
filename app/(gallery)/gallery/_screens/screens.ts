import { ANSWERED } from './answers';
import { CARD_CODE, CARD_LIST, NEW_CARD } from './cards';
import { CHOOSING, FAILED } from './choosing';
import { CLAIM } from './claim';
import { PAYMENT_LINK } from './payment-link';
import { PHONE, PHONE_HINDERED } from './phone';
import type { Pictures } from './pictures';
import { RECEIPT, REFUND_ASK, TRACKER } from './receipt';
import { NOT_PAID, OVER, PAID } from './result';
import { LEFT_BEHIND, ON_THE_WAY, PAYMENT_CODE, QR_CODE, WAITING } from './waiting';
import { WRONG } from './wrong';

/** Every screen that a shopper can come to, by the name in the address of its pictures. */
export const SCREENS: Readonly<Record<string, Pictures>> = {
  'payment-link': PAYMENT_LINK,
  choosing: CHOOSING,
  failed: FAILED,
  cards: CARD_LIST,
  'new-card': NEW_CARD,
  'card-code': CARD_CODE,
  phone: PHONE,
  'phone-hindered': PHONE_HINDERED,
  'on-the-way': ON_THE_WAY,
  'qr-code': QR_CODE,
  waiting: WAITING,
  'payment-code': PAYMENT_CODE,
  'left-behind': LEFT_BEHIND,
  paid: PAID,
  'not-paid': NOT_PAID,
  over: OVER,
  answered: ANSWERED,
  receipt: RECEIPT,
  'receipt-search': TRACKER,
  claim: CLAIM,
  'refund-ask': REFUND_ASK,
  wrong: WRONG,
};
