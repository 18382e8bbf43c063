import type { Evidence, NoAnswer, PaymentQuery } from '../port';
import type { Endpoint, Setup } from './config';
import { type Answer, type Exchange, type Refused, unasked, unclear } from './exchange';
import { listPaymentsCall, listRefundsCall, merchantNoOf } from './requests';
import type { Payment, Refund } from './schema';
import { isOurs } from './translate';

/** How far a carrier's clock may be from ours. */
const SKEW_MS = 10 * 60_000;
const SHORTEST_WINDOW_MS = 15_000;
const MOST_PAGES = 200;

export type Found<T> =
  | { kind: 'found'; item: T }
  | { kind: 'absent'; evidence: Evidence }
  | NoAnswer;

/** The payment of our number among those of its merchant and time: what there is when its own is not known. */
export async function findPayment(
  exchange: Exchange,
  setup: Setup,
  endpoint: Endpoint,
  request: Pick<PaymentQuery, 'channelOrderNo' | 'requestedAt' | 'payableUntil' | 'contract'>,
): Promise<Found<Payment>> {
  const { channelOrderNo, requestedAt, payableUntil } = request;
  const merchantNo = merchantNoOf(setup, request);

  async function between(from: Date, to: Date): Promise<Found<Payment>> {
    const found = await searchPages(
      (page) =>
        exchange(endpoint, listPaymentsCall(channelOrderNo, { merchantNo, from, to, page })),
      ({ paymentId }) => paymentId,
      ({ amountTransaction }) => isOurs(amountTransaction, channelOrderNo),
    );
    if (found.kind !== 'refused') return found;
    const lengthMs = to.getTime() - from.getTime();
    if (found.meaning !== 'too_many' || lengthMs <= SHORTEST_WINDOW_MS) {
      return unclear(found.evidence);
    }
    const middle = new Date(from.getTime() + Math.floor(lengthMs / 2));
    const early = await between(from, middle);
    return early.kind === 'absent' ? between(middle, to) : early;
  }

  return between(
    new Date(requestedAt.getTime() - SKEW_MS),
    new Date(Math.max(requestedAt.getTime(), payableUntil.getTime()) + SKEW_MS),
  );
}

/** The refund of our number among those of its payment. */
export async function findRefund(
  exchange: Exchange,
  endpoint: Endpoint,
  { channelOrderNo, paymentId }: { channelOrderNo: string; paymentId: string },
): Promise<Found<Refund>> {
  const found = await searchPages(
    (page) => exchange(endpoint, listRefundsCall(channelOrderNo, paymentId, page)),
    ({ refundId }) => refundId,
    ({ amountTransaction }) => isOurs(amountTransaction, channelOrderNo),
  );
  return found.kind === 'refused' ? unclear(found.evidence) : found;
}

/**
 * Page by page until ours is there, or there is none: `absent` only after all that there are. A page
 * may be shorter than we asked for, so the end is the total that was told, else an empty page.
 */
async function searchPages<T>(
  load: (page: number) => Promise<Answer<T[]>>,
  idOf: (item: T) => string,
  isWanted: (item: T) => boolean,
): Promise<Found<T> | Refused> {
  const seen = new Set<string>();
  const evidenceOf = (problem: string): Evidence => ({ problem, listed: String(seen.size) });
  for (let page = 1; page <= MOST_PAGES; page += 1) {
    const answer = await load(page);
    if (answer.kind === 'not_sent') return unasked(answer);
    if (answer.kind !== 'done') return answer;
    const item = answer.content.find(isWanted);
    if (item) return { kind: 'found', item };
    const before = seen.size;
    for (const other of answer.content) seen.add(idOf(other));
    const isAll =
      answer.total === undefined ? answer.content.length === 0 : seen.size >= answer.total;
    if (isAll) return { kind: 'absent', evidence: evidenceOf('not in the list') };
    if (seen.size === before) break;
  }
  return unclear(evidenceOf('the list is not complete'));
}
