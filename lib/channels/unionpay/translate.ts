import { createHash } from 'node:crypto';
import { type Money, sameMoney } from '@/lib/money/money';
import type { Notice } from '../notice-port';
import type { FailureReason, NextStep, NoAnswer, Outcome } from '../port';
import { BIZ_TYPE } from './contract-fields';
import { evidenceOf } from './evidence';
import type { Fields } from './read-fields';
import { type CodeMeaning, meaningOf, type Product } from './response-codes';
import { CURRENCY_CODE, fromTxnAmt, toCardType } from './values';

/** 01 consume · 04 refund · 31 undo · 12 payout · 77 code by text message · 79 and 74 token opened and
 * ended · 95 certificate. */
export type TransactionType = '01' | '04' | '31' | '12' | '77' | '79' | '74' | '95';

/** What an answer has to repeat before it is believed to be about our transaction. */
export interface Expected {
  merId: string;
  orderId: string;
  txnTime: string;
  txnType: TransactionType;
  /** Not where no money is spoken of. */
  amount?: Money;
  /** Codes mean a little less or more by product; the gateway's unless given. */
  product?: Product;
}

/** What 34 (no such transaction) means: nothing yet, or after a while that it never will be. */
export interface Absence {
  final: boolean;
  reason: FailureReason;
}

const CONCERNS: Readonly<Record<string, Notice['concerns']>> = {
  '01': 'payment',
  '04': 'refund',
  '31': 'refund',
  '12': 'payout',
  '79': 'signing',
};
const PRODUCTS: Readonly<Record<string, Product>> = {
  [BIZ_TYPE.token]: 'token',
  [BIZ_TYPE.payout]: 'payout',
};

/** A verified answer of queryTrans: `respCode` is about the asking, `origRespCode` about the money. */
export function translateQuery(fields: Fields, expected: Expected, absence: Absence): Outcome {
  const foreign = differenceIn(fields, expected);
  if (foreign) return unreadable(fields, foreign);
  const meaning = meaningOf(fields.respCode);
  if (meaning === 'not_found') return absent(fields, absence);
  // Any other code than 00 only says that the question failed; the transaction may be anything.
  if (fields.respCode !== '00') return unreadable(fields, 'the query was refused');
  if (fields.origRespCode === undefined) return unreadable(fields, 'origRespCode is missing');
  const original = meaningOf(fields.origRespCode, expected.product);
  return original === 'not_found' ? absent(fields, absence) : decide(original, fields, expected);
}

/**
 * A verified answer to a call that may move money later: 00 says no more than that it was accepted.
 * `step` makes what the payer does next of it, or undefined when the answer lacks what is needed.
 */
export function translateAnswer(
  fields: Fields,
  expected: Expected,
  step: (fields: Fields) => NextStep | undefined = () => ({ type: 'wait' }),
): Outcome {
  const foreign = differenceIn(fields, expected) ?? echoDifference(fields, expected);
  if (foreign) return unreadable(fields, foreign);
  const meaning = meaningOf(fields.respCode, expected.product);
  if (meaning !== 'succeeded') return decide(meaning, fields, expected);
  const next = step(fields);
  return next ? pending(fields, next) : unreadable(fields, 'what to do next is missing');
}

/** The TN, as long as it could not be taken for anything else. */
export const controlStep =
  (mode: '00' | '01') =>
  ({ tn = '' }: Fields): NextStep | undefined =>
    /^[0-9A-Za-z]{10,32}$/.test(tn) ? { type: 'launch-control', tn, mode } : undefined;

export const qrStep = ({ qrCode = '' }: Fields): NextStep | undefined =>
  qrCode.length <= 256 && /^https?:\/\/[!-~]+$/.test(qrCode) && URL.canParse(qrCode)
    ? { type: 'show-qr', content: qrCode }
    : undefined;

/**
 * A verified answer to the sending of a code. A code that may be under way decides nothing, and one
 * that was refused ends the payment: without it no money moves.
 */
export function translateCodeSent(fields: Fields, expected: Expected, step: NextStep): Outcome {
  const outcome = translateAnswer(fields, expected, () => step);
  return outcome.kind === 'pending' && outcome.next !== step
    ? unreadable(fields, 'nobody knows whether a code was sent')
    : outcome;
}

/**
 * A verified notice, or undefined when it is about nothing we ever ask for. It is UnionPay's word
 * about whichever merchant number it names: whoever knows our attempt compares that, and the amount
 * in a success, before acting.
 */
export function translateNotice(fields: Fields): Notice | undefined {
  const { orderId, txnType = '', merId } = fields;
  const concerns = Object.hasOwn(CONCERNS, txnType) ? CONCERNS[txnType] : undefined;
  if (!orderId || !concerns) return undefined;
  return {
    noticeKey: noticeKeyOf(fields),
    concerns,
    channelOrderNo: orderId,
    // None is nobody's: only a channel with a token of ours for the number may leave it out.
    merchantNo: merId ?? '',
    outcome: noticeOutcome(fields, concerns),
  };
}

function noticeOutcome(fields: Fields, concerns: Notice['concerns']): Outcome {
  if (!fields.merId) return unreadable(fields, 'merId is missing');
  // A query's answer has respCode 00 while the payment is still open: signed, and no notice.
  if (fields.origRespCode !== undefined) return unreadable(fields, 'an answer, not a notice');
  const meaning = meaningOf(fields.respCode, PRODUCTS[fields.bizType ?? '']);
  // No money moves when a card is signed: the notice only says that there is something to ask about.
  const signed = concerns === 'signing' && meaning === 'succeeded';
  return decide(signed ? 'pending' : meaning, fields);
}

function decide(meaning: CodeMeaning, fields: Fields, expected?: Expected): Outcome {
  switch (meaning) {
    case 'succeeded':
      return succeeded(fields, expected);
    case 'pending':
      return pending(fields, { type: 'wait' });
    case 'not_found':
    case 'unclear':
      return unreadable(fields, 'the code does not say whether money moved');
    default:
      return { kind: 'failed', reason: meaning, evidence: evidenceOf(fields) };
  }
}

function succeeded(fields: Fields, expected: Expected | undefined): Outcome {
  const amount = fromTxnAmt(fields.txnAmt);
  if (!amount) return unreadable(fields, 'txnAmt is no amount');
  if (expected?.amount && !sameMoney(amount, expected.amount)) {
    return unreadable(fields, 'txnAmt is not the amount asked for');
  }
  if (expected && fields.txnType !== expected.txnType) {
    return unreadable(fields, 'txnType is not what was asked for');
  }
  // A refund's messages leave the currency out; where it is given it has to be ours.
  if ((fields.currencyCode ?? CURRENCY_CODE) !== CURRENCY_CODE) {
    return unreadable(fields, 'currencyCode is not CNY');
  }
  if (!fields.queryId) return unreadable(fields, 'queryId is missing');
  const cardType = toCardType(fields.payCardType);
  return {
    kind: 'succeeded',
    channelRef: fields.queryId,
    amount,
    ...(cardType ? { cardType } : {}),
    evidence: evidenceOf(fields),
  };
}

function absent(fields: Fields, absence: Absence): Outcome {
  const evidence = evidenceOf(fields);
  return absence.final
    ? { kind: 'failed', reason: absence.reason, evidence }
    : { kind: 'pending', next: { type: 'wait' }, evidence };
}

const pending = (fields: Fields, next: NextStep): Outcome => ({
  kind: 'pending',
  ...(fields.queryId ? { channelRef: fields.queryId } : {}),
  next,
  evidence: evidenceOf(fields),
});

/** The answer says nothing that could be believed about our transaction. */
export const unreadable = (fields: Fields, problem: string): NoAnswer => ({
  kind: 'unknown',
  cause: 'unreadable',
  evidence: evidenceOf(fields, problem),
});

/** What names the transaction has to be there, and ours. */
export function differenceIn(fields: Fields, expected: Expected): string | undefined {
  const names = ['merId', 'orderId', 'txnTime'] as const;
  const foreign = names.find((name) => fields[name] !== expected[name]);
  return foreign && `${foreign} is not ours`;
}

/** What an answer repeats of the request may be left out, and has to be ours where it is not. */
export function echoDifference(fields: Fields, { txnType, amount }: Expected): string | undefined {
  if ((fields.txnType ?? txnType) !== txnType) return 'txnType is not what was asked for';
  if (!amount || fields.txnAmt === undefined) return undefined;
  const echoed = fromTxnAmt(fields.txnAmt);
  return echoed && sameMoney(echoed, amount) ? undefined : 'txnAmt is not the amount asked for';
}

/** Over what identifies the event and not over signature or wording, which may differ on a repeat. */
function noticeKeyOf({ merId, txnType, orderId, txnTime, queryId, respCode }: Fields): string {
  const identity = [merId ?? '', txnType, orderId, txnTime, queryId ?? '', respCode ?? ''];
  return createHash('sha256').update(JSON.stringify(identity)).digest('hex');
}
