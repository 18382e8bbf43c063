import { createHash } from 'node:crypto';
import { sameSignature } from '../call-signature';
import { type Notice, type NoticeRequest, UnauthenticNotice } from '../notice-port';
import type { CarrierCode, Outcome } from '../port';
import type { Setup } from './config';
import { denialOf } from './error-codes';
import { ofEvent } from './evidence';
import { readJson } from './read-json';
import { type CarrierEvent, event as eventSchema } from './schema';
import { WAIT } from './translate';
import { noticeTokenOf } from './values';

const TYPES: Readonly<Record<string, { concerns: 'payment' | 'refund'; denied?: true }>> = {
  'org.camaraproject.carrier-billing.v0.payment-pending-validation': { concerns: 'payment' },
  'org.camaraproject.carrier-billing.v0.payment-reserved': { concerns: 'payment' },
  'org.camaraproject.carrier-billing.v0.payment-completed': { concerns: 'payment' },
  'org.camaraproject.carrier-billing.v0.payment-cancelled': { concerns: 'payment' },
  'org.camaraproject.carrier-billing.v0.payment-denied': { concerns: 'payment', denied: true },
  'org.camaraproject.carrier-billing-refund.v0.refund-completed': { concerns: 'refund' },
  'org.camaraproject.carrier-billing-refund.v0.refund-denied': { concerns: 'refund', denied: true },
  'org.camaraproject.carrier-billing-refund.v0.refund-in-bill': { concerns: 'refund' },
};

/**
 * An event is not signed: the token that we gave with our request says whom it is from and which of
 * our numbers it is about, and the rest is a reason to ask. It names no amount, so that it never
 * says "paid" by itself.
 */
export function readEvent(setup: Setup, { body, headers = {} }: NoticeRequest): Notice {
  const { channelOrderNo, carrier } = senderOf(setup, headers.authorization ?? '');
  const event = readJson(body, eventSchema);
  const known = event && Object.hasOwn(TYPES, event.type) ? TYPES[event.type] : undefined;
  if (!event || !known) {
    throw new UnauthenticNotice('an event of none of the types of the standard');
  }
  const { concerns } = known;
  if ((concerns === 'refund') !== (event.data.refundId !== undefined)) {
    throw new UnauthenticNotice('an event of another shape than its type');
  }
  const outcome = outcomeOf(event, known.denied === true);
  const noticeKey = keyOf(carrier, channelOrderNo, event);
  return { noticeKey, concerns, channelOrderNo, carrier, outcome };
}

/** A token of one carrier could name a number of ours at another: whoever acts on it compares. */
function senderOf(
  { endpoints }: Setup,
  authorization: string,
): { channelOrderNo: string; carrier: CarrierCode } {
  const [, token, channelOrderNo] =
    /^[Bb]earer (([0-9a-z]{8,32})\.[0-9a-f]{64})$/.exec(authorization) ?? [];
  const sender = [...endpoints.values()].find(
    ({ noticeKeys }) =>
      channelOrderNo !== undefined &&
      noticeKeys.some((key) => sameSignature(token, noticeTokenOf(key, channelOrderNo))),
  );
  if (!sender || channelOrderNo === undefined) {
    throw new UnauthenticNotice('untrusted event: the token is none of ours');
  }
  return { channelOrderNo, carrier: sender.carrier };
}

const outcomeOf = (event: CarrierEvent, denied: boolean): Outcome => {
  const evidence = ofEvent(event);
  const channelRef = event.data.refundId ?? event.data.paymentId;
  return denied
    ? { kind: 'failed', reason: denialOf(event.data.denialReason), evidence }
    : { kind: 'pending', channelRef, ...WAIT, evidence };
};

/**
 * CloudEvents: an id is unique in its source, and a repeat has the same two. Two carriers may share a
 * name, and none can have its event taken for another one's repeat.
 */
const keyOf = (
  carrier: CarrierCode,
  channelOrderNo: string,
  { source, id }: CarrierEvent,
): string =>
  createHash('sha256')
    .update(JSON.stringify([carrier, channelOrderNo, source, id]))
    .digest('hex');
