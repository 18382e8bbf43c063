import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Attempt } from '@/lib/payments/attempt';
import { readFormOf, startLocalGateway } from './local-gateway';
import { answerBody, MERCHANT_ID, makeRail, noticeBody, paidNotice } from './unionpay-fixtures';

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
export const paidAnswer = (attempt: Pick<Attempt, 'amount'>): Fields => ({
  respCode: '00',
  origRespCode: '00',
  queryId: QUERY_ID,
  txnAmt: String(attempt.amount.amountMinor),
  currencyCode: '156',
});

/**
 * A gateway over real HTTP that answers as scripted, with certificates of its own, and this
 * process's environment pointed at it: to be started before anything reads the environment.
 */
export async function startScriptedUnionPay(): Promise<ScriptedUnionPay> {
  const rail = await makeRail();
  const scripts = new Map<string, Fields>();
  const asked: string[] = [];

  const gateway = await startLocalGateway(async (request, response) => {
    const { orderId = '', txnTime = '', origQryId, txnAmt } = await readFormOf(request);
    const isQuery = String(request.url).endsWith('/queryTrans.do');
    if (isQuery) asked.push(orderId);
    const accepted = { respCode: '00', txnType: '04', ...(txnAmt ? { txnAmt } : {}) };
    const script = isQuery ? scripts.get(orderId) : origQryId ? accepted : undefined;
    if (!script) return void request.socket.destroy();
    const echo = { version: '5.1.0', encoding: 'UTF-8', signMethod: '01', merId: MERCHANT_ID };
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
