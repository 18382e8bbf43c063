import type { Fields } from './read-fields';
import type { Sealer } from './sensitive';

/** `accNo`, for UnionPay's eyes only. */
export function cardFields(cardNo: string, sealer: Sealer): Fields {
  if (!/^[0-9]{12,19}$/.test(cardNo)) throw new RangeError('a card number has 12 to 19 digits');
  return { accNo: sealer.seal(cardNo), encryptCertId: sealer.encryptCertId };
}

export interface Customer {
  name?: string;
  idNo?: string;
  phone?: string;
  code?: string;
}

/**
 * `customerInfo`: base64 of `{name=value&…}`; the phone number is encrypted inside it. The other
 * parts are not, so the whole field is as secret as they are.
 */
export function customerInfoOf(customer: Customer, sealer?: Sealer): string {
  const { name, idNo, phone, code } = customer;
  const parts: [string, string][] = [];
  if (idNo !== undefined) parts.push(['certifTp', '01'], ['certifId', idNo]);
  if (name !== undefined) parts.push(['customerNm', name]);
  if (code !== undefined) parts.push(['smsCode', checkedCode(code)]);
  if (phone !== undefined) {
    if (!sealer) throw new Error('a phone number is never sent as it is');
    parts.push(['encryptedInfo', sealer.seal(`phoneNo=${checkedPhone(phone)}`)]);
  }
  return Buffer.from(`{${parts.map(joined).join('&')}}`, 'utf8').toString('base64');
}

const joined = ([name, value]: [string, string]): string => {
  // Padding of base64 is the one `=` that may stand in a value.
  if (/[&{}]/.test(value) || (name !== 'encryptedInfo' && value.includes('='))) {
    throw new RangeError(`${name} holds what the message format uses as punctuation`);
  }
  return `${name}=${value}`;
};

function checkedPhone(phone: string): string {
  if (!/^[0-9]{11}$/.test(phone)) throw new RangeError('a phone number has 11 digits');
  return phone;
}

function checkedCode(code: string): string {
  if (!/^[0-9]{4,8}$/.test(code)) throw new RangeError('a code has 4 to 8 digits');
  return code;
}
