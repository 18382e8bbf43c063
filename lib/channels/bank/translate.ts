import { createHash } from 'node:crypto';
import { cny, type Money, sameMoney } from '@/lib/money/money';
import type {
  BankCredit,
  BankNotice,
  CardVerdict,
  CreditAnswer,
  CreditList,
  PayoutFailureReason,
  PayoutOutcome,
  Verdict,
} from '../payout-port';
import type { NoAnswer } from '../port';
import { evidenceOf } from './evidence';
import {
  type Movement,
  movement,
  movementList,
  type NoticeContent,
  type PayoutAnswer,
  payoutAnswer,
  verdictAnswer,
} from './schema';

/** A verified answer. */
export interface Answer {
  status: number;
  content: unknown;
}

/** What an answer has to repeat before it is believed to be about our payout. */
export interface Expected {
  channelOrderNo: string;
  amount: Money;
}

/** The one table to correct when a reason turns out to mean something else; any other is `declined`. */
const REASONS = new Map<string | undefined, PayoutFailureReason>([
  ['card_invalid', 'card_invalid'],
  ['card_closed', 'card_invalid'],
  ['name_mismatch', 'name_mismatch'],
  ['limit_exceeded', 'limit_exceeded'],
  ['bad_input', 'rejected_request'],
]);

export function translatePayout(answer: Answer, expected: Expected): PayoutOutcome {
  const { status, content } = answer;
  const read = payoutAnswer.safeParse(content);
  if (status !== 200 || !read.success) return unclear(answer, 'no answer about a payout');
  const { payoutNo, amount } = read.data;
  if (payoutNo !== expected.channelOrderNo) return unclear(answer, 'payoutNo is not ours');
  if (!sameMoney(cny(BigInt(amount)), expected.amount)) {
    return unclear(answer, 'amount is not the one asked for');
  }
  return payoutOutcome(read.data);
}

/** An answer to a request: 400 is the bank's word that it takes none of it. A conflict decides
 * nothing: something was paid out under this number. */
export const translateSent = (answer: Answer, expected: Expected): PayoutOutcome =>
  answer.status === 400
    ? { kind: 'failed', reason: 'rejected_request', evidence: evidenceOf(answer.content) }
    : translatePayout(answer, expected);

/** An answer to a question: 404 is the bank's word that it has no payout of this number. */
export const translateAsked = (answer: Answer, expected: Expected): PayoutOutcome =>
  answer.status === 404
    ? { kind: 'failed', reason: 'not_received', evidence: evidenceOf(answer.content) }
    : translatePayout(answer, expected);

function payoutOutcome(answer: PayoutAnswer): PayoutOutcome {
  const { state, reference, reason } = answer;
  const evidence = evidenceOf(answer);
  switch (state) {
    case 'accepted':
    case 'succeeded':
      if (reference === undefined) return unclear({ content: answer }, 'reference is missing');
      return { kind: state, channelRef: reference, amount: cny(BigInt(answer.amount)), evidence };
    case 'failed':
    case 'returned':
      return {
        kind: state,
        reason: REASONS.get(reason) ?? 'declined',
        ...(reference === undefined ? {} : { channelRef: reference }),
        evidence,
      };
    default:
      return unclear({ content: answer }, 'the state does not say whether money moved');
  }
}

export function translateVerdict(answer: Answer): Verdict {
  const read = verdictAnswer.safeParse(answer.content);
  if (answer.status !== 200 || !read.success) return unclear(answer, 'no verdict');
  return { kind: read.data.match ? 'match' : 'mismatch', evidence: evidenceOf(answer.content) };
}

export function translateCardVerdict(answer: Answer): CardVerdict {
  const read = verdictAnswer.safeParse(answer.content);
  if (answer.status !== 200 || !read.success) return unclear(answer, 'no verdict');
  const { match, bankName } = read.data;
  const evidence = evidenceOf(answer.content);
  if (!match) return { kind: 'mismatch', evidence };
  return bankName ? { kind: 'match', bankName, evidence } : unclear(answer, 'bankName is missing');
}

export function translateCredit(answer: Answer, bankReference: string): CreditAnswer {
  if (answer.status === 404) return { kind: 'absent', evidence: evidenceOf(answer.content) };
  const read = movement.safeParse(answer.content);
  if (answer.status !== 200 || !read.success) return unclear(answer, 'no movement');
  if (read.data.reference !== bankReference) return unclear(answer, 'reference is not ours');
  return { kind: 'found', credit: creditOf(read.data) };
}

export function translateCredits(answer: Answer): CreditList {
  const read = movementList.safeParse(answer.content);
  if (answer.status !== 200 || !read.success) return unclear(answer, 'no list of movements');
  return { kind: 'listed', credits: read.data.movements.map(creditOf), next: read.data.next };
}

/** The key is over what identifies the event, not over its wording or signature, which differ on a repeat. */
export function translateNotice(content: NoticeContent): BankNotice {
  if (content.type === 'credit') {
    const channelOrderNo = content.reference;
    const noticeKey = keyOf('credit', channelOrderNo);
    return { noticeKey, channelOrderNo, body: { type: 'credit', ...creditOf(content) } };
  }
  const { payoutNo: channelOrderNo, state } = content;
  const noticeKey = keyOf('payout', channelOrderNo, state);
  const outcome = payoutOutcome(content);
  return { noticeKey, channelOrderNo, body: { type: 'payout', channelOrderNo, outcome } };
}

const creditOf = (given: Movement): BankCredit => ({
  bankReference: given.reference,
  number: given.number,
  amount: cny(BigInt(given.amount)),
  payerName: given.payerName,
  payerAccount: given.payerAccount,
  remark: given.remark,
  at: given.at,
});

const keyOf = (...identity: string[]): string =>
  createHash('sha256').update(JSON.stringify(identity)).digest('hex');

const unclear = ({ content }: Pick<Answer, 'content'>, problem: string): NoAnswer => ({
  kind: 'unknown',
  cause: 'unreadable',
  evidence: evidenceOf(content, problem),
});
