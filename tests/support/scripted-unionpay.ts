import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Attempt } from '@/lib/payments/attempt';
import { readFormOf, startLocalGateway } from './local-gateway';
import {
  answerBody,
  MERCHANT_ID,
  makeRail,
  noticeBody,
  paidNotice,
  TR_ID,
} from './unionpay-fixtures';

type Fields = Record<string, string>;

export interface ScriptedUnionPay {
  /** What a query about the number is answered; without a script the line is dropped. */
  answers(orderId: string, fields: Fields): void;
  /** The numbers it was asked about, one for each question. */
  readonly asked: string[];
  /** An authentic notice about a payment, as the bytes of a form post. */
  notice(attempt: Pick<Attempt, 'channelOrderNo' | 'amount'>, change?: Fields): Uint8Array;
  /** The same with another signature than its own. */
  forged(attempt: Pick<Attempt, 'channelOrderNo' | 'amount'>): Uint8Array;
  close(): Promise<void>;
}

export const QUERY_ID = '321804041753096282028';
export const TN = '321804041753096282029';
export const QR_CODE = 'https://qr.95516.com/00010000/62132489017';
const TOKEN_DATA = `{token=6235240000020757577&trId=${TR_ID}&tokenLevel=90}`;
export const paidAnswer = (attempt: Pick<Attempt, 'amount'>): Fields => ({
  respCode: '00',
  origRespCode: '00',
  queryId: QUERY_ID,
  txnAmt: String(attempt.amount.amountMinor),
  currencyCode: '156',
});

/** Everything that asks for something to be done is accepted. */
function acceptedFields({ txnType = '', txnSubType, bizType, txnAmt }: Fields): Fields {
  const accepted = { respCode: '00', txnType, ...(txnAmt ? { txnAmt } : {}) };
  if (txnType === '01' && txnSubType === '07') return { ...accepted, qrCode: QR_CODE };
  if (txnType === '01' && bizType === '000201') return { ...accepted, tn: TN };
  if (txnType === '79') return { ...accepted, activateStatus: '1', tokenPayData: TOKEN_DATA };
  return txnType === '12' ? { ...accepted, queryId: QUERY_ID } : accepted;
}

/**
 * A gateway over real HTTP that answers as scripted, with certificates of its own, and this
 * process's environment pointed at it: to be started before anything reads the environment.
 */
export async function startScriptedUnionPay(): Promise<ScriptedUnionPay> {
  const rail = await makeRail();
  const scripts = new Map<string, Fields>();
  const asked: string[] = [];

  const gateway = await startLocalGateway(async (request, response) => {
    const fields = await readFormOf(request);
    const { orderId = '', txnTime = '', merId = MERCHANT_ID } = fields;
    const isQuery = String(request.url).endsWith('/queryTrans.do');
    if (isQuery) asked.push(orderId);
    const script = isQuery ? scripts.get(orderId) : acceptedFields(fields);
    if (!script) return void request.socket.destroy();
    const echo = { version: '5.1.0', encoding: 'UTF-8', signMethod: '01', merId };
    response.end(answerBody(rail.sign({ ...echo, txnType: '01', orderId, txnTime, ...script })));
  });

  const dir = mkdtempSync(join(tmpdir(), 'scripted-unionpay-'));
  const file = (name: string, text: string): string => {
    writeFileSync(join(dir, name), text);
    return join(dir, name);
  };
  Object.assign(process.env, {
    UNIONPAY_GATEWAY_ORIGIN: gateway.origin,
    UNIONPAY_MERCHANT_ID: MERCHANT_ID,
    UNIONPAY_SIGN_KEY_FILE: file('merchant.key.pem', rail.merchant.privateKeyPem),
    UNIONPAY_SIGN_CERT_FILE: file('merchant.cert.pem', rail.merchant.pem),
    UNIONPAY_ROOTS_FILE: file('roots.pem', rail.rootsPem),
    UNIONPAY_ENCRYPT_CERT_FILE: file('encrypt.cert.pem', rail.encryption.pem),
    UNIONPAY_APP_CERTS_FILE: file('unionpay.cert.pem', rail.unionpay.pem),
    UNIONPAY_TOKEN_REQUESTOR: TR_ID,
    UNIONPAY_ALLOWED_COMMON_NAMES: '00040000:SIGN',
  });

  const fieldsOf = (attempt: Pick<Attempt, 'channelOrderNo' | 'amount'>, change: Fields) =>
    rail.sign(
      paidNotice({
        orderId: attempt.channelOrderNo,
        txnAmt: String(attempt.amount.amountMinor),
        queryId: QUERY_ID,
        ...change,
      }),
    );
  return {
    answers: (orderId, fields) => void scripts.set(orderId, fields),
    asked,
    notice: (attempt, change = {}) => noticeBody(fieldsOf(attempt, change)),
    forged: (attempt) => {
      const { signature } = fieldsOf(attempt, { txnAmt: '1' });
      return noticeBody({ ...fieldsOf(attempt, {}), signature: String(signature) });
    },
    close: gateway.close,
  };
}
