import type { Outcome, RefundQuery, RefundRequest } from '../port';
import { withCode } from '../with-code';
import { type Endpoint, endpointOf, type Setup } from './config';
import { reasonOf } from './error-codes';
import { type Exchange, failed, unasked, unclear } from './exchange';
import { findRefund } from './find-payment';
import { getRefundCall, refundCall, remainingCall } from './requests';
import { translateRefund, WAIT } from './translate';
import { fromYuan } from './values';

/** Longer than one call can take: a refund without a trace by then has not arrived. */
const REFUND_MARGIN_MS = 2 * 60_000;

/** Refunds of any part of a payment. */
export function createRefunds(setup: Setup, exchange: Exchange) {
  async function refund(request: RefundRequest): Promise<Outcome> {
    const { amount, original, channelOrderNo } = request;
    if (request.kind !== 'refund') throw new RangeError('carriers have refunds only, no undo');
    if (amount.amountMinor > original.amount.amountMinor) {
      throw new RangeError('a refund cannot be more than what was paid');
    }
    const endpoint = endpointOf(setup, original.carrier);
    if (endpoint.kind === 'unknown') return endpoint;
    const call = refundCall(setup, endpoint, request);
    const earlier = await before(endpoint, request);
    if (earlier) return earlier;
    const answer = await exchange(endpoint, call);
    switch (answer.kind) {
      case 'done':
        return translateRefund(answer.content, expectedOf(request));
      case 'not_sent':
        return failed('not_received', answer.evidence);
      case 'unknown':
        return answer;
      case 'refused':
        break;
    }
    const { meaning, error, evidence } = answer;
    if (meaning === 'not_found') return failed('declined', evidence);
    if (meaning !== 'invalid' && meaning !== 'exists') {
      const reason = reasonOf(meaning, error.message);
      return reason ? withCode(failed(reason, evidence), error.code) : unclear(evidence);
    }
    const found = await findRefund(exchange, endpoint, aboutOf(request));
    if (found.kind === 'found') return translateRefund(found.item, expectedOf(request));
    if (found.kind === 'unknown') return found;
    const isTaken = meaning === 'exists' || /clientCorrelator/i.test(error.message);
    return isTaken
      ? unclear(evidence, `${channelOrderNo} is taken and not in the list`)
      : failed('rejected_request', evidence);
  }

  /**
   * What is under our number already, or a payment of which less than this is left: nothing is sent
   * then. Ours may come into the list while we look at what is left, so it is looked for once more.
   */
  async function before(endpoint: Endpoint, request: RefundRequest): Promise<Outcome | undefined> {
    const { channelOrderNo, original, amount } = request;
    const look = () => findRefund(exchange, endpoint, aboutOf(request));
    const found = await look();
    if (found.kind === 'found') return translateRefund(found.item, expectedOf(request));
    if (found.kind === 'unknown') return found;
    const answer = await exchange(endpoint, remainingCall(channelOrderNo, original.channelRef));
    if (answer.kind === 'unknown') return answer;
    if (answer.kind === 'not_sent') return unasked(answer);
    if (answer.kind === 'refused') return unclear(answer.evidence);
    const left = fromYuan(answer.content);
    if (!left) return unclear({ operation: 'remaining' }, 'amount is none in fen');
    if (left.amountMinor >= amount.amountMinor) return undefined;
    const again = await look();
    if (again.kind === 'found') return translateRefund(again.item, expectedOf(request));
    if (again.kind === 'unknown') return again;
    return failed('declined', {
      operation: 'remaining',
      left: String(answer.content.amount),
      problem: 'less is left of the payment',
    });
  }

  async function queryRefund(request: RefundQuery): Promise<Outcome> {
    const { channelOrderNo, channelRef, original } = request;
    const endpoint = endpointOf(setup, original.carrier);
    if (endpoint.kind === 'unknown') return endpoint;
    if (channelRef !== undefined) {
      const call = getRefundCall(channelOrderNo, original.channelRef, channelRef);
      const answer = await exchange(endpoint, call);
      if (answer.kind === 'unknown') return answer;
      if (answer.kind === 'not_sent') return unasked(answer);
      return answer.kind === 'refused'
        ? unclear(answer.evidence)
        : translateRefund(answer.content, { ...expectedOf(request), refundId: channelRef });
    }
    const found = await findRefund(exchange, endpoint, aboutOf(request));
    switch (found.kind) {
      case 'found':
        return translateRefund(found.item, expectedOf(request));
      case 'absent':
        return request.askedAt.getTime() >= request.requestedAt.getTime() + REFUND_MARGIN_MS
          ? failed('not_received', found.evidence)
          : { kind: 'pending', ...WAIT, evidence: found.evidence };
      case 'unknown':
        return found;
    }
  }

  return { refund, queryRefund };
}

type Refunding = Pick<RefundRequest, 'channelOrderNo' | 'amount' | 'original'>;

const aboutOf = ({ channelOrderNo, original }: Refunding) => ({
  channelOrderNo,
  paymentId: original.channelRef,
});

const expectedOf = ({ channelOrderNo, amount, original }: Refunding) => ({
  channelOrderNo,
  amount,
  whole: original.amount,
});
