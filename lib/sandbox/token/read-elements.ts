import { createHash } from 'node:crypto';
import type { Problem } from '../acp/check-request';
import type { Fields } from '../acp/fields';
import { type Cardholder, decryptText, readCardholder } from '../acp/sensitive';
import { bankOf } from '../bank/known-people';
import { findCard, maskCard } from '../cardholder/test-cards';
import type { Simulator } from '../simulator';
import type { Card } from '../state/records';

export interface Elements extends Cardholder {
  cardNo: string;
  phoneNo: string;
  maskedCard: string;
  card: Card | undefined;
  /** The same for the same card, and no card number. */
  subject: string;
}

/**
 * Card and cardholder of a signing, decrypted: 10 when they can't be read, 13 without a phone, 61
 * for a number that is no card.
 */
export function readElements({ certificates }: Simulator, fields: Fields): Elements | Problem {
  const { accNo = '', customerInfo = '', encryptCertId } = fields;
  const { encryption } = certificates;
  if (!encryption.some(({ certId }) => certId === encryptCertId)) {
    return { respCode: '10', detail: 'encryptCertId' };
  }
  const cardNo = decryptText(accNo, encryption, encryptCertId);
  if (!cardNo) return { respCode: '10', detail: 'accNo' };
  const holder = readCardholder(customerInfo, encryption, encryptCertId);
  if (!holder) return { respCode: '10', detail: 'customerInfo' };
  const { phoneNo } = holder;
  if (!phoneNo) return { respCode: '13', detail: 'phoneNo' };
  if (!/^1\d{10}$/.test(phoneNo)) return { respCode: '10', detail: 'phoneNo' };
  if (!bankOf(cardNo)) return { respCode: '61' };
  const subject = createHash('sha256').update(cardNo).digest('hex');
  return {
    ...holder,
    cardNo,
    phoneNo,
    maskedCard: maskCard(cardNo),
    card: findCard(cardNo),
    subject,
  };
}
