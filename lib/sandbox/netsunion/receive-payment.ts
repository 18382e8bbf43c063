import type { Simulator } from '../simulator';
import { judgeCharge } from './cards';
import { digestOf } from './digest';
import { expireTransaction } from './expire-transaction';
import type { PaymentMessage } from './messages';
import { answerOf, losesRequest, type Receipt, refused, type Step } from './receipt';
import type { Transaction } from './records';
import { takeBehaviour } from './scripts';
import { judgeCode, sendCode } from './send-code';
import { begin, scriptedDelayMs, settle } from './settle';
import { decryptField } from './sign';

/** Above ¥1,000 nothing is paid without a code. */
const FREE_OF_CODE_FEN = 100_000n;

/** 201: sends a code for a payment (0111), or charges (0110). Every failure is the last word on its number. */
export function receivePayment(
  simulator: Simulator,
  { MsgHeader, MsgBody }: PaymentMessage,
): Receipt {
  const { store, config } = simulator;
  const { TrxId: trxId, IssrId: issrId } = MsgHeader;
  const { OrdrId: ordrId, MrchntNo: merchantNo, OrdrDesc } = MsgBody.OrdrInf;
  const { TrxCtgy, TrxAmt: amount, ExprTm: expiresAtMs, AuthMsg } = MsgBody.TrxInf;
  const { SgnNo: sgnNo } = MsgBody.PyerInf;
  if (!store.netsunion.permissionsOf(merchantNo).agreements) return refused('PS500003');
  const field = { name: 'AuthMsg', value: AuthMsg ?? '' };
  const code = AuthMsg && decryptField(config.netsunionSecret, trxId, field);
  if (AuthMsg && !code) return refused('PS500001');

  const content = [merchantNo, amount, String(expiresAtMs), sgnNo, OrdrDesc];
  const digest = digestOf('payment', issrId, ordrId, ...content);
  const found = store.netsunion.findTransaction(trxId);
  if (found && found.digest !== digest) return refused('PS500004');
  const known = found && expireTransaction(simulator, found);
  if (known && known.state !== 'code') return { kind: 'about', transaction: known };
  const step: Step = TrxCtgy === '0111' ? 'loseCode' : 'lose';
  const subject = { kind: 'payment', ordrId, trxId, amount } as const;
  const behaviour = known?.behaviour ?? takeBehaviour(simulator, subject);
  if (behaviour.sysRtnCd) return refused(behaviour.sysRtnCd);
  if (losesRequest(simulator, step, behaviour, known)) return { kind: 'drop' };

  const agreement = store.netsunion.findAgreement(sgnNo);
  const transaction: Transaction = known ?? {
    ...{ trxId, ordrId, issrId, merchantNo, kind: 'payment', digest, behaviour, amount, sgnNo },
    ...(agreement?.card ? { card: agreement.card } : {}),
    receivedAtMs: Date.now(),
    expiresAtMs,
    state: 'pending',
    phone: agreement?.phone ?? '',
    queriesMisled: 0,
    noticeSends: [],
  };
  const fail = (bizCd: string): Receipt =>
    answerOf(simulator, step, { transaction: settle(simulator, transaction, bizCd) });
  if (agreement?.merchantNo !== merchantNo) return fail('PB511010');
  if (expiresAtMs <= Date.now()) return fail('PB511015');
  if (behaviour.outcome === 'refuse') return fail(behaviour.bizCd ?? 'PB511014');

  if (step === 'loseCode') {
    const result = sendCode(simulator, transaction);
    return result.sent ? answerOf(simulator, step, result) : fail('PB511007');
  }
  if (code) {
    const { bizCd } = judgeCode(transaction, code);
    if (bizCd) return fail(bizCd);
  } else if (known || BigInt(amount) > FREE_OF_CODE_FEN) {
    return fail('PB511008');
  }
  const against = judgeCharge(transaction.card);
  if (against) return fail(against);
  const begun = begin(simulator, transaction, delayMs(simulator, transaction));
  return answerOf(simulator, step, { transaction: begun });
}

/** When a charge is decided; undefined: at once. */
function delayMs(simulator: Simulator, transaction: Transaction): number | undefined {
  const { config } = simulator;
  const { card, expiresAtMs = 0 } = transaction;
  const scripted = scriptedDelayMs(simulator, transaction);
  if (scripted !== undefined) return scripted;
  if (card === 'doubt') return config.doubtMs;
  return card === 'late' ? expiresAtMs - Date.now() + config.lateMs : undefined;
}
