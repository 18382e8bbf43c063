import { constants, publicEncrypt, X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { beijingStamp, type Fields, newOrderId } from '../../support/unionpay-merchant';
import type { Bench } from './start-bench';

export const TR_ID = '62000000001';
export const PHONE = '13800138000';
export const ZHANG = { name: '张三', idNo: '110101199003070038', phone: PHONE };

/** What a merchant sends about cards, written by hand from the protocol; encrypted for `pem`. */
export function cardWords(pem: string) {
  const certificate = new X509Certificate(pem);
  const encrypt = (text: string) =>
    publicEncrypt(
      { key: certificate.publicKey, padding: constants.RSA_PKCS1_PADDING },
      Buffer.from(text),
    ).toString('base64');
  const group = (values: Record<string, string>) =>
    `{${Object.entries(values)
      .map(([name, value]) => `${name}=${value}`)
      .join('&')}}`;
  const encryptCertId = BigInt(`0x${certificate.serialNumber}`).toString();
  return {
    encryptCertId,
    encrypt,
    card: (cardNo: string): Fields => ({ accNo: encrypt(cardNo), encryptCertId }),
    customerInfo: (open: Record<string, string>, phone?: string): Fields => ({
      customerInfo: Buffer.from(
        group(phone ? { ...open, encryptedInfo: encrypt(`phoneNo=${phone}`) } : open),
      ).toString('base64'),
    }),
  };
}

/** A merchant with the token product: codes, signings, payments by token. */
export function tokenMerchant(bench: Bench) {
  const { merchant } = bench;
  const words = cardWords(readFileSync(join(bench.dataDir, 'certs', 'encrypt.cert.pem'), 'utf8'));
  const product: Fields = { bizType: '000902', channelType: '07' };
  const key = () => ({ orderId: newOrderId(), txnTime: beijingStamp() });
  const plain = (changes: Fields): Fields => merchant.query(key(), { ...product, ...changes });
  const send = (fields: Fields) => merchant.send('backTransReq', fields);
  const anew = { tokenPayData: `{trId=${TR_ID}&tokenType=01}` };
  const of = (token: string) => ({ tokenPayData: `{token=${token}&trId=${TR_ID}}` });

  return {
    words,
    send,
    of,
    plain,
    ask: (fields: Fields) => merchant.send('queryTrans', merchant.query(fields, product)),
    sms: async (): Promise<string[]> =>
      (await bench.call('GET', `/sms?phone=${PHONE}`)).body.messages.map(
        ({ text }: { text: string }) => /\d{6}/.exec(text)?.[0] ?? '',
      ),

    codeForSigning: (cardNo: string, changes: Fields = {}): Fields =>
      plain({
        txnType: '77',
        ...anew,
        ...words.card(cardNo),
        ...words.customerInfo({}, PHONE),
        ...changes,
      }),

    /** The opening that belongs to a code: same number, same card. */
    signing: (code: Fields, cardNo: string, smsCode = '111111', who = ZHANG): Fields =>
      plain({
        txnType: '79',
        orderId: code.orderId ?? '',
        txnTime: code.txnTime ?? '',
        ...anew,
        ...words.card(cardNo),
        ...words.customerInfo(
          { certifTp: '01', certifId: who.idNo, customerNm: who.name, smsCode },
          who.phone,
        ),
      }),

    /** Signs a card and hands out its token. */
    async bind(cardNo: string): Promise<string> {
      const code = this.codeForSigning(cardNo);
      expect((await send(code)).respCode).toBe('00');
      const answer = await send(this.signing(code, cardNo));
      expect(answer.respCode, answer.respMsg).toBe('00');
      return /token=(\d+)/.exec(answer.tokenPayData ?? '')?.[1] ?? '';
    },

    payment: (token: string, changes: Fields = {}): Fields =>
      without('frontUrl', merchant.consume({ ...product, ...of(token), ...changes })),
  };
}

export const CARD = {
  debit: '6200000000000005',
  credit: '6200000000000013',
  empty: '6200000000000021',
  limit: '6200000000000039',
  frozen: '6200000000000047',
  stale: '6200000000000054',
  sms: '6200000000000062',
  doubt: '6200000000000070',
  late: '6200000000000088',
  mismatch: '6200000000000096',
};

/** The message without one of its fields. */
export function without(name: string, fields: Fields): Fields {
  const { [name]: _left, ...rest } = fields;
  return rest;
}
