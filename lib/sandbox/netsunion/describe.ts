import { toBeijingStamp } from '../beijing-time';
import { cardTypeOf } from './cards';
import { describeCode } from './codes';
import type { Transaction } from './records';

const MSG_TP = {
  signing: 'epcc.101.001.01',
  payment: 'epcc.201.001.01',
  refund: 'epcc.208.001.01',
} as const;

/** yyyy-MM-ddThh:mm:ss in Beijing. */
export const toMoment = (atMs: number): string =>
  toBeijingStamp(atMs).replace(/^(....)(..)(..)(..)(..)(..)$/, '$1-$2-$3T$4:$5:$6');

const toTrxAmt = (fen: string): string => {
  const digits = fen.padStart(3, '0');
  return `CNY${digits.slice(0, -2)}.${digits.slice(-2)}`;
};

export const describeHeader = (msgTp: string, about: { issrId: string; trxId: string }) => ({
  MsgTp: msgTp,
  IssrId: about.issrId,
  Drctn: '22',
  SndDt: toMoment(Date.now()),
  TrxId: about.trxId,
});

/** A body that says no more than a SysRtnCd. */
export const describeRefusal = (sysRtnCd: string) => ({
  SysRtnInf: { SysRtnCd: sysRtnCd, SysRtnDesc: describeCode(sysRtnCd) },
});

/** A body about a transaction as it stands, or with the code that it is misrepresented by. */
export function describeTransaction(transaction: Transaction, bizCd = codeOf(transaction)) {
  const { ordrId, merchantNo, kind, state, amount, netTrxId, sgnNo, card, code } = transaction;
  const done = state === 'succeeded' && bizCd === '00000000';
  return {
    ...describeRefusal('00000000'),
    BizInf: { BizCd: bizCd, BizDesc: describeCode(bizCd) },
    OrdrInf: { OrdrId: ordrId, MrchntNo: merchantNo },
    TrxInf: {
      OriMsgTp: MSG_TP[kind],
      ...(amount && { TrxAmt: toTrxAmt(amount) }),
      ...(netTrxId && { NetTrxId: netTrxId }),
    },
    ...(kind === 'signing' && done && { SgnInf: { SgnNo: sgnNo, SgnAcctTp: cardTypeOf(card) } }),
    ...(kind === 'payment' && done && { PyerInf: { PyerAcctTp: cardTypeOf(card) } }),
    ...(state === 'code' && code && { ChckInf: describeCheck(transaction.phone, code.untilMs) }),
  };
}

const describeCheck = (phone: string, untilMs: number) => ({
  MobNoMsk: `${phone.slice(0, 3)}****${phone.slice(-4)}`,
  ExprTm: toMoment(untilMs),
});

/** The code of a transaction as it stands. */
export function codeOf({ state, bizCd }: Transaction): string {
  if (state === 'succeeded') return '00000000';
  if (state === 'failed') return bizCd ?? 'PB511098';
  return state === 'code' ? 'PB511022' : 'PB511021';
}
