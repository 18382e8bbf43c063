import { createHash } from 'node:crypto';
import { type Money, sameMoney } from '@/lib/money/money';
import type { Notice } from '../notice-port';
import type { FailureReason, NextStep, NoAnswer, Outcome } from '../port';
import { evidenceOf } from './evidence';
import { MSG } from './requests';
import { type Meaning, meaningsOf, meaningsOfCall } from './response-codes';
import type { Message } from './schema';
import { fromBeijingTime, fromTrxAmt, toCardType } from './values';

export type PaymentMeaning = Meaning<FailureReason>;

/** What PB511020 (no such number) means: nothing yet, or after a while that it never will be. */
export interface Absence<Reason> {
  final: boolean;
  reason: Reason;
}

/** A verified answer to a payment or refund request. `phoneMasked`: as we know it ourselves. */
export function translateSent(
  message: Message,
  expected: { amount: Money; phoneMasked?: string },
): Outcome {
  const { SysRtnInf, BizInf } = message.MsgBody;
  const meaning = BizInf ? meaningsOf(BizInf.BizCd) : meaningsOfCall(SysRtnInf.SysRtnCd);
  return decide(meaning.payment, message, expected);
}

/** The code that says how it went: about the transaction, or else about the call. */
export const codeOf = ({ MsgBody: { BizInf, SysRtnInf } }: Message): string =>
  BizInf?.BizCd ?? SysRtnInf.SysRtnCd;

/** A verified answer to a question: without BizInf only the asking failed, and the money may be anywhere. */
export function translateAsked(
  message: Message,
  expected: { amount: Money; msgTp: string; absence: Absence<FailureReason> },
): Outcome {
  const { BizInf, TrxInf } = message.MsgBody;
  if (!BizInf) return unreadable(message, 'the question was refused');
  const { payment } = meaningsOf(BizInf.BizCd);
  if (payment === 'not_found') return absent(message, expected.absence);
  if (TrxInf?.OriMsgTp !== expected.msgTp) return unreadable(message, 'OriMsgTp is not ours');
  return decide(payment, message, expected);
}

/**
 * A verified notice, or undefined when it is about nothing we ever ask for. The amount in a success
 * is the channel's; whoever knows our attempt compares the two before acting.
 */
export function translateNotice(message: Message): Notice | undefined {
  const { BizInf, OrdrInf, TrxInf } = message.MsgBody;
  const isPayment = TrxInf?.OriMsgTp === MSG.payment;
  if (!BizInf || !OrdrInf || !(isPayment || TrxInf?.OriMsgTp === MSG.refund)) return undefined;
  return {
    noticeKey: noticeKeyOf(message),
    concerns: isPayment ? 'payment' : 'refund',
    channelOrderNo: OrdrInf.OrdrId,
    merchantNo: OrdrInf.MrchntNo,
    outcome: decide(meaningsOf(BizInf.BizCd).payment, message),
  };
}

function decide(
  meaning: PaymentMeaning,
  message: Message,
  expected?: { amount: Money; phoneMasked?: string },
): Outcome {
  switch (meaning) {
    case 'succeeded':
      return succeeded(message, expected?.amount);
    case 'pending':
      return pending(message, { type: 'wait' });
    case 'code_sent': {
      const next = codeStep(message, expected?.phoneMasked);
      return next ? pending(message, next) : unreadable(message, 'ExprTm is no moment');
    }
    case 'not_found':
    case 'unclear':
      return unreadable(message, 'the code does not say whether money moved');
    default:
      return { kind: 'failed', reason: meaning, evidence: evidenceOf(message) };
  }
}

function succeeded(message: Message, expected: Money | undefined): Outcome {
  const { TrxInf, PyerInf } = message.MsgBody;
  const amount = fromTrxAmt(TrxInf?.TrxAmt);
  if (!amount) return unreadable(message, 'TrxAmt is no amount');
  if (expected && !sameMoney(amount, expected)) {
    return unreadable(message, 'TrxAmt is not the amount asked for');
  }
  if (!TrxInf?.NetTrxId) return unreadable(message, 'NetTrxId is missing');
  const cardType = toCardType(PyerInf?.PyerAcctTp);
  return {
    kind: 'succeeded',
    channelRef: TrxInf.NetTrxId,
    amount,
    ...(cardType ? { cardType } : {}),
    evidence: evidenceOf(message),
  };
}

function pending(message: Message, next: NextStep): Outcome {
  const channelRef = message.MsgBody.TrxInf?.NetTrxId;
  const evidence = evidenceOf(message);
  return { kind: 'pending', ...(channelRef ? { channelRef } : {}), next, evidence };
}

/** The box for the code, until the moment that the channel waits for it. */
function codeStep(
  { MsgBody: { ChckInf } }: Message,
  phoneMasked: string | undefined,
): NextStep | undefined {
  const expiresAt = ChckInf && fromBeijingTime(ChckInf.ExprTm)?.toISOString();
  if (!ChckInf || !expiresAt) return undefined;
  return { type: 'enter-code', phoneMasked: phoneMasked ?? ChckInf.MobNoMsk, expiresAt };
}

const absent = (message: Message, { final, reason }: Absence<FailureReason>): Outcome =>
  final
    ? { kind: 'failed', reason, evidence: evidenceOf(message) }
    : { kind: 'pending', next: { type: 'wait' }, evidence: evidenceOf(message) };

export const unreadable = (message: Message, problem: string): NoAnswer => ({
  kind: 'unknown',
  cause: 'unreadable',
  evidence: evidenceOf(message, problem),
});

/** Over what identifies the event and not over its wording or signature, which may differ on a repeat. */
function noticeKeyOf({ MsgBody: { BizInf, OrdrInf, TrxInf } }: Message): string {
  const { OriMsgTp, NetTrxId } = TrxInf ?? {};
  const identity = [OriMsgTp, OrdrInf?.MrchntNo, OrdrInf?.OrdrId, NetTrxId, BizInf?.BizCd];
  return createHash('sha256').update(JSON.stringify(identity)).digest('hex');
}
