import { randomBytes } from 'node:crypto';
import {
  answerSignature,
  ISSUER_ID,
  MERCHANT_NO,
  sealed,
  signedHeaders,
  trxIdFor,
} from './scripted-netsunion';

export const PERSON = { name: '张三', idNo: '110101199003070038', phone: '13800138000' };
export const someNo = (kind = 'p') => `${kind}${randomBytes(12).toString('hex')}`;

/** yyyy-MM-ddThh:mm:ss in Beijing. */
const momentIn = (ms: number) =>
  new Date(Date.now() + 8 * 3_600_000 + ms).toISOString().slice(0, 19);

/** The same on every repeat of a payment. */
const TOMORROW = momentIn(86_400_000);
const HOURS_AGO = momentIn(-7_200_000);

export interface Told {
  sysRtnCd: string;
  bizCd?: string;
  sgnNo?: string;
  netTrxId?: string;
  trxAmt?: string;
  accountType?: string;
  check?: { MobNoMsk: string; ExprTm: string };
}

interface Messages {
  sign(
    no: string,
    cardNo: string,
    more?: { ctgy?: '0201' | '0202'; code?: string; person?: object },
  ): Promise<Told>;
  pay(
    no: string,
    sgnNo: string,
    more?: { ctgy?: '0111' | '0110'; code?: string; amount?: string; isLate?: boolean },
  ): Promise<Told>;
  refund(
    no: string,
    original: { no: string; netTrxId: string | undefined; amount: string },
    amount: string,
  ): Promise<Told>;
  end(no: string, sgnNo: string): Promise<Told>;
  ask(no: string, about: '101' | '201' | '208'): Promise<Told>;
}

export interface NetsUnionCashier extends Messages {
  /** Sends any text to an address, signed unless other headers are given. */
  post(path: string, text: string, headers?: Record<string, string>): Promise<Response>;
  send(type: string, no: string, body: object): Promise<Told>;
  /** The same cashier under another merchant number. */
  as(merchantNo: string): NetsUnionCashier;
}

/** A participant of the channel written by hand: what it sends is signed, what it is answered is checked. */
export function createNetsUnionCashier(origin: string, merchantNo = MERCHANT_NO): NetsUnionCashier {
  const post: NetsUnionCashier['post'] = (path, text, headers) =>
    fetch(origin + path, {
      method: 'POST',
      headers: { connection: 'close', ...(headers ?? signedHeaders({ path, body: text })) },
      body: text,
    });

  async function send(type: string, no: string, body: object): Promise<Told> {
    const msgTp = `epcc.${type}.001.01`;
    const path = `/netsunion/${msgTp}`;
    const header = { MsgTp: msgTp, IssrId: ISSUER_ID, Drctn: '11', SndDt: momentIn(0) };
    const text = JSON.stringify({
      MsgHeader: { ...header, TrxId: trxIdFor(no) },
      MsgBody: { OrdrInf: { OrdrId: no, MrchntNo: merchantNo }, ...body },
    });
    const headers = signedHeaders({ path, body: text });
    const response = await post(path, text, headers);
    const answer = await response.text();
    const right = answerSignature(headers['x-epcc-signature'] ?? '', response.status, answer);
    if (response.headers.get('x-epcc-signature') !== right) throw new Error('not the channel');
    return readAnswer(answer);
  }

  return {
    post,
    send,
    as: (other) => createNetsUnionCashier(origin, other),
    sign(no, cardNo, { ctgy = '0202', code, person = {} } = {}) {
      const seal = (name: string, text: string) => sealed(trxIdFor(no), name, text);
      const { name, idNo, phone } = { ...PERSON, ...person };
      return send('101', no, {
        TrxInf: {
          TrxCtgy: ctgy,
          TrxDtTm: momentIn(0),
          ...(code && { AuthMsg: seal('AuthMsg', code) }),
        },
        SgnInf: {
          ...{ SgnAcctTp: '00', IDTp: '01', SgnAcctId: seal('SgnAcctId', cardNo) },
          ...{ SgnAcctNm: seal('SgnAcctNm', name), IDNo: seal('IDNo', idNo) },
          MobNo: seal('MobNo', phone),
        },
      });
    },
    pay(no, sgnNo, { ctgy = '0110', code, amount = 'CNY68.00', isLate = false } = {}) {
      return send('201', no, {
        OrdrInf: { OrdrId: no, MrchntNo: merchantNo, OrdrDesc: '游戏币' },
        TrxInf: {
          ...{ TrxCtgy: ctgy, TrxDtTm: momentIn(0), TrxAmt: amount },
          ExprTm: isLate ? HOURS_AGO : TOMORROW,
          ...(code && { AuthMsg: sealed(trxIdFor(no), 'AuthMsg', code) }),
        },
        PyerInf: { SgnNo: sgnNo },
      });
    },
    refund(no, original, amount) {
      const { no: OriOrdrId, netTrxId: OriNetTrxId, amount: OriTrxAmt } = original;
      return send('208', no, {
        TrxInf: { TrxDtTm: momentIn(0), TrxAmt: amount },
        OriTrxInf: { OriOrdrId, OriNetTrxId, OriTrxAmt },
      });
    },
    end: (no, sgnNo) => send('103', no, { RescindInf: { SgnNo: sgnNo } }),
    ask: (no, about) => send('211', no, { OriTrxInf: { OriMsgTp: `epcc.${about}.001.01` } }),
  };
}

export function readAnswer(text: string): Told {
  const { MsgBody } = JSON.parse(text);
  return {
    sysRtnCd: MsgBody.SysRtnInf.SysRtnCd,
    bizCd: MsgBody.BizInf?.BizCd,
    sgnNo: MsgBody.SgnInf?.SgnNo,
    netTrxId: MsgBody.TrxInf?.NetTrxId,
    trxAmt: MsgBody.TrxInf?.TrxAmt,
    accountType: MsgBody.PyerInf?.PyerAcctTp ?? MsgBody.SgnInf?.SgnAcctTp,
    check: MsgBody.ChckInf,
  };
}
