import type {
  ChannelAdapter,
  HeldPayment,
  Outcome,
  PaymentQuery,
  PayRequest,
  PhoneInstrument,
  TwoStep,
} from '../port';
import { type Endpoint, endpointOf, type Setup } from './config';
import { reasonOf } from './error-codes';
import { type Exchange, failed, type Refused, unasked, unclear } from './exchange';
import { findPayment } from './find-payment';
import { getPaymentCall, heldCall, paymentCall, validateCall } from './requests';
import type { Payment } from './schema';
import {
  type Expected,
  OURS_TO_CANCEL,
  OURS_TO_CONFIRM,
  type Step,
  translatePayment,
  WAIT,
} from './translate';
import { codeEnd, withWayBack } from './values';

/** Past payableUntil only what was begun before it can still come, and that is in process by then. */
const PAYMENT_MARGIN_MS = 60_000;

type Steps = Parameters<typeof translatePayment>[2];
/** Right after a word of ours the next question decides, not the same word again. */
const TOLD: Steps = { validating: WAIT, reserved: WAIT };

/** One-step and two-step payments. */
export function createPayments(setup: Setup, exchange: Exchange) {
  async function pay(request: PayRequest): Promise<Outcome> {
    const by = phoneOf(request);
    const endpoint = endpointOf(setup, by.carrier);
    if (endpoint.kind === 'unknown') return failed('channel_closed', endpoint.evidence);
    const answer = await exchange(endpoint, paymentCall(setup, endpoint, request, by));
    switch (answer.kind) {
      case 'done':
        return translatePayment(answer.content, expectedOf(request, by), {
          validating: stepOf(answer.content, { request, by, endpoint }),
          // Nobody has shown yet that the phone is theirs: without that nothing is taken.
          reserved: OURS_TO_CANCEL,
        });
      case 'refused':
        return refusedPayment(endpoint, request, answer);
      case 'not_sent':
        return failed('not_received', answer.evidence);
      case 'unknown':
        return answer;
    }
  }

  /** Refused as it stands, or because our number is taken: what is under our number tells. */
  async function refusedPayment(
    endpoint: Endpoint,
    request: PayRequest,
    refused: Refused,
  ): Promise<Outcome> {
    const { meaning, error, evidence } = refused;
    if (meaning !== 'invalid' && meaning !== 'exists') {
      const reason = reasonOf(meaning, error.message);
      return reason ? failed(reason, evidence) : unclear(evidence);
    }
    const found = await findPayment(exchange, setup, endpoint, request);
    switch (found.kind) {
      case 'found':
        return translatePayment(found.item, expectedOf(request, phoneOf(request)), {
          validating: OURS_TO_CANCEL,
          reserved: OURS_TO_CANCEL,
        });
      case 'absent': {
        const isTaken = meaning === 'exists' || /clientCorrelator/i.test(error.message);
        return isTaken ? unclear(evidence) : failed('rejected_request', evidence);
      }
      case 'unknown':
        return found;
    }
  }

  const query: ChannelAdapter['query'] = async (request) => {
    if (request.instrument !== 'phone') throw new RangeError('carriers charge phones only');
    const endpoint = endpointOf(setup, request.carrier);
    if (endpoint.kind === 'unknown') return endpoint;
    const { channelRef } = request;
    if (channelRef !== undefined) {
      return ask(endpoint, request, channelRef, { validating: WAIT, reserved: OURS_TO_CONFIRM });
    }
    const found = await findPayment(exchange, setup, endpoint, request);
    switch (found.kind) {
      case 'found':
        // What its code or page belongs to was in the answer that got lost: no payer can have gone on.
        return translatePayment(found.item, request, {
          validating: OURS_TO_CANCEL,
          reserved: OURS_TO_CANCEL,
        });
      case 'absent':
        return isOver(request)
          ? failed('not_received', found.evidence)
          : { kind: 'pending', ...WAIT, evidence: found.evidence };
      case 'unknown':
        return found;
    }
  };

  async function ask(
    endpoint: Endpoint,
    request: Expected & Partial<Pick<PaymentQuery, 'askedAt' | 'payableUntil'>>,
    paymentId: string,
    steps: Steps = TOLD,
  ): Promise<Outcome> {
    const { channelOrderNo, amount } = request;
    const answer = await exchange(endpoint, getPaymentCall(channelOrderNo, paymentId));
    switch (answer.kind) {
      case 'done':
        return translatePayment(answer.content, { channelOrderNo, amount, paymentId }, steps);
      case 'refused':
        // Carriers discard what was not confirmed in time. Until then it should be there.
        return answer.meaning === 'not_found' && isOver(request)
          ? failed('not_paid_in_time', answer.evidence)
          : unclear(answer.evidence);
      case 'not_sent':
        return unasked(answer);
      case 'unknown':
        return answer;
    }
  }

  const submitCode: TwoStep['submitCode'] = async (request) => {
    const { channelOrderNo, amount, code, codeRef, channelRef: paymentId } = request;
    const by = phoneOf(request);
    const endpoint = endpointOf(setup, by.carrier);
    if (endpoint.kind === 'unknown') return endpoint;
    if (!paymentId || !codeRef) throw new RangeError('a code belongs to a payment of the carrier');
    const call = validateCall(channelOrderNo, { paymentId, authorizationId: codeRef, code });
    const answer = await exchange(endpoint, call);
    const held = (evidence: Record<string, string>): Outcome => ({
      kind: 'pending',
      channelRef: paymentId,
      ...OURS_TO_CONFIRM,
      evidence,
    });
    const again = (wrong: boolean, evidence: Record<string, string>): Outcome => {
      const next = { ...codeBox(request, by), ...(wrong ? { wrong } : {}) };
      return { kind: 'pending', channelRef: paymentId, next, codeRef, evidence };
    };
    switch (answer.kind) {
      case 'done':
        return held({ operation: 'validate', paymentId });
      case 'not_sent':
        return again(false, answer.evidence);
      case 'unknown':
        return answer;
      case 'refused':
        break;
    }
    const { meaning, evidence } = answer;
    switch (meaning) {
      case 'code_wrong':
      // What cannot even be read as a code is a wrong one.
      case 'invalid':
        return again(true, evidence);
      case 'code_tries_used':
      case 'code_expired':
        return failed(meaning, evidence);
      // Validated already, by a call whose answer got lost.
      case 'exists':
        return held(evidence);
      case 'unclear':
        return unclear(evidence);
      // Not a word about the code: one that the carrier still waits for may be typed in again.
      default:
        return ask(endpoint, { channelOrderNo, amount }, paymentId, {
          validating: { next: codeBox(request, by), codeRef },
          reserved: OURS_TO_CONFIRM,
        });
    }
  };

  /** Our word about what the carrier holds, and what became of it. */
  async function settle(
    word: 'confirm' | 'cancel',
    endpoint: Endpoint,
    request: Expected & Partial<Pick<HeldPayment, 'phone' | 'askedAt' | 'payableUntil'>>,
    paymentId: string,
  ): Promise<Outcome> {
    const { channelOrderNo, phone } = request;
    if (!phone) throw new RangeError('a carrier wants the phone with our word');
    const answer = await exchange(endpoint, heldCall(word, channelOrderNo, { paymentId, phone }));
    if (answer.kind === 'not_sent') return unasked(answer);
    if (answer.kind === 'unknown') return answer;
    // Taking our word is not yet doing it.
    if (answer.kind === 'done') return ask(endpoint, request, paymentId);
    const { meaning, error, evidence } = answer;
    if (meaning === 'cancelled_before') return failed('cancelled', evidence);
    if (meaning === 'denied' && word === 'confirm') {
      return failed(reasonOf(meaning, error.message) ?? 'declined', evidence);
    }
    return meaning === 'unclear' ? unclear(evidence) : ask(endpoint, request, paymentId);
  }

  /** The same, of a payment whose number at the carrier may have got lost. */
  async function settleHeld(word: 'confirm' | 'cancel', request: HeldPayment): Promise<Outcome> {
    const endpoint = endpointOf(setup, request.carrier);
    if (endpoint.kind === 'unknown') return endpoint;
    if (request.channelRef !== undefined) {
      return settle(word, endpoint, request, request.channelRef);
    }
    const found = await findPayment(exchange, setup, endpoint, request);
    switch (found.kind) {
      case 'found': {
        const outcome = translatePayment(found.item, request, TOLD);
        const isDecided = outcome.kind !== 'pending';
        return isDecided ? outcome : settle(word, endpoint, request, found.item.paymentId);
      }
      case 'absent':
        if (isOver(request)) return failed('not_received', found.evidence);
        // Should it come after all: nothing of it is taken without our word, which nobody gives any more.
        return word === 'cancel' ? failed('cancelled', found.evidence) : unclear(found.evidence);
      case 'unknown':
        return found;
    }
  }

  /** A payment in one step cannot be taken back before it is decided: it is only asked about. */
  const close = async (request: HeldPayment): Promise<Outcome> =>
    request.mode === 'direct' ? query(request) : settleHeld('cancel', request);

  const twoStep: TwoStep = {
    submitCode,
    confirm: (request) => settleHeld('confirm', request),
  };
  return { pay, query, close, twoStep };
}

/** What the payer does next, as the answer to `prepare` has it. */
function stepOf(
  { validationInfo }: Payment,
  { request, by, endpoint }: { request: PayRequest; by: PhoneInstrument; endpoint: Endpoint },
): Step | string {
  if (!validationInfo) return OURS_TO_CANCEL;
  if (validationInfo.action === 'validate') {
    return { next: codeBox(request, by), codeRef: validationInfo.authorizationId };
  }
  const { validationURL } = validationInfo;
  // A page that is less safe than the connection itself is not one to send anybody to.
  const isSafe = URL.canParse(validationURL) && isAsSafe(validationURL, endpoint.apiRoot);
  if (!isSafe) return 'validationURL is no page to send a payer to';
  return { next: { type: 'redirect', url: withWayBack(validationURL, request.returnUrl) } };
}

const isAsSafe = (page: string, apiRoot: string): boolean =>
  page.startsWith('https:') || (page.startsWith('http:') && apiRoot.startsWith('http:'));

const codeBox = (request: PayRequest, { phoneMasked }: PhoneInstrument) =>
  ({ type: 'enter-code', phoneMasked, expiresAt: codeEnd(request).toISOString() }) as const;

function phoneOf({ instrument }: PayRequest): PhoneInstrument {
  if (instrument.type !== 'phone') throw new RangeError('carriers charge phones only');
  return instrument;
}

const expectedOf = (
  { channelOrderNo, amount }: PayRequest,
  { phone }: PhoneInstrument,
): Expected => ({
  channelOrderNo,
  amount,
  phone,
});

const isOver = ({
  askedAt,
  payableUntil,
}: Partial<Pick<PaymentQuery, 'askedAt' | 'payableUntil'>>) =>
  askedAt !== undefined &&
  payableUntil !== undefined &&
  askedAt.getTime() >= payableUntil.getTime() + PAYMENT_MARGIN_MS;
