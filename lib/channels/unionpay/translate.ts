import { createHash } from 'node:crypto';
import { type Money, sameMoney } from '@/lib/money/money';
import type { FailureReason, Notice, Outcome } from '../port';
import { evidenceOf } from './evidence';
import type { Fields } from './read-fields';
import { type CodeMeaning, meaningOf } from './response-codes';
import { CURRENCY_CODE, fromTxnAmt, toCardType } from './values';

/** 01 consume · 04 refund. */
export type TransactionType = '01' | '04';

/** What an answer has to repeat before it is believed to be about our transaction. */
export interface Expected {
  merId: string;
  orderId: string;
  txnTime: string;
  txnType: TransactionType;
  amount: Money;
}

/** What 34 (no such transaction) means: nothing yet, or after a while that it never will be. */
export interface Absence {
  final: boolean;
  reason: FailureReason;
}

const CONCERNS: Readonly<Record<TransactionType, Notice['concerns']>> = {
  '01': 'payment',
  '04': 'refund',
};

/** A verified answer of queryTrans: `respCode` is about the asking, `origRespCode` about the money. */
export function translateQuery(fields: Fields, expected: Expected, absence: Absence): Outcome {
  const foreign = firstDifference(fields, expected);
  if (foreign) return unreadable(fields, `${foreign} is not ours`);
  const meaning = meaningOf(fields.respCode);
  if (meaning === 'not_found') return absent(fields, absence);
  // Any other code than 00 only says that the question failed; the transaction may be anything.
  if (fields.respCode !== '00') return unreadable(fields, 'the query was refused');
  if (fields.origRespCode === undefined) return unreadable(fields, 'origRespCode is missing');
  const original = meaningOf(fields.origRespCode);
  return original === 'not_found' ? absent(fields, absence) : decide(original, fields, expected);
}

/** A verified answer to a refund request. 00 means accepted; whether it happened is asked later. */
export function translateRefundAnswer(fields: Fields, expected: Expected): Outcome {
  const foreign = firstDifference(fields, expected);
  if (foreign) return unreadable(fields, `${foreign} is not ours`);
  const meaning = meaningOf(fields.respCode);
  return decide(meaning === 'succeeded' ? 'pending' : meaning, fields, expected);
}

/**
 * A verified notice, or undefined when it is about nothing we ever ask for. The amount in a success
 * is the channel's; whoever knows our attempt compares the two before acting.
 */
export function translateNotice(fields: Fields, merId: string): Notice | undefined {
  const { orderId, txnType } = fields;
  if (!orderId || (txnType !== '01' && txnType !== '04')) return undefined;
  return {
    noticeKey: noticeKeyOf(fields),
    concerns: CONCERNS[txnType],
    channelOrderNo: orderId,
    outcome: noticeOutcome(fields, merId),
  };
}

function noticeOutcome(fields: Fields, merId: string): Outcome {
  if (fields.merId !== merId) return unreadable(fields, 'merId is not ours');
  // A query's answer has respCode 00 while the payment is still open: signed, and no notice.
  if (fields.origRespCode !== undefined) return unreadable(fields, 'an answer, not a notice');
  return decide(meaningOf(fields.respCode), fields);
}

function decide(meaning: CodeMeaning, fields: Fields, expected?: Expected): Outcome {
  switch (meaning) {
    case 'succeeded':
      return succeeded(fields, expected);
    case 'pending':
      return {
        kind: 'pending',
        ...(fields.queryId ? { channelRef: fields.queryId } : {}),
        next: { type: 'wait' },
        evidence: evidenceOf(fields),
      };
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
  if (expected && !sameMoney(amount, expected.amount)) {
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

function unreadable(fields: Fields, problem: string): Outcome {
  return { kind: 'unknown', cause: 'unreadable', evidence: evidenceOf(fields, problem) };
}

const firstDifference = (fields: Fields, expected: Expected): string | undefined =>
  (['merId', 'orderId', 'txnTime'] as const).find((name) => fields[name] !== expected[name]);

/** Over what identifies the event and not over signature or wording, which may differ on a repeat. */
function noticeKeyOf({ txnType, orderId, txnTime, queryId, respCode }: Fields): string {
  const identity = [txnType, orderId, txnTime, queryId ?? '', respCode ?? ''];
  return createHash('sha256').update(JSON.stringify(identity)).digest('hex');
}
