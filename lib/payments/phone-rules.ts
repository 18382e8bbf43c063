import type { ChargeObstacle } from '@/lib/carriers/line';
import type { CarrierMode, FailureReason, NextStep, Outcome } from '@/lib/channels/port';
import type { Contract } from '@/lib/contracts/contract';
import type { Permission } from '@/lib/core/permissions';
import type { HostFacts } from '@/lib/methods/quickpass-surface';
import type { Money } from '@/lib/money/money';
import { isOpenAt } from '@/lib/routing/rules';
import type { Attempt } from './attempt';
import type { PhonePayment } from './phone-payment';
import { ASKABLE } from './states';

/** Codes that may be typed in for one payment. */
export const MOST_CODE_TRIES = 3;

/** Another code may be asked for so long after the last one. */
export const RESEND_AFTER_MS = 60_000;
export const resendAt = (requestedAt: Date): Date =>
  new Date(requestedAt.getTime() + RESEND_AFTER_MS);

/** Why a phone's bill is not offered at all here, whatever the number. */
export function notHere(facts: {
  goods: 'digital' | 'physical';
  hiddenMethods: readonly string[];
  os: HostFacts['os'];
}): 'goods_physical' | 'hidden' | 'carrier_android_only' | undefined {
  if (facts.goods !== 'digital') return 'goods_physical';
  if (facts.hiddenMethods.includes('carrier')) return 'hidden';
  return facts.os === 'android' ? undefined : 'carrier_android_only';
}

/**
 * The ways to charge a phone that suit who is at the page, the best first. Without a code only the
 * phone that the signed-in shopper has proved, where the host vouches for it, and never to begin a
 * subscription: what is charged again by itself was agreed to with a code or on the carrier's page.
 */
export function modesHere(facts: {
  host: Pick<HostFacts, 'directBilling'>;
  ownPhone: boolean;
  periodic: boolean;
  only?: CarrierMode;
}): CarrierMode[] {
  const direct = facts.host.directBilling === true && facts.ownPhone && !facts.periodic;
  const modes: CarrierMode[] = [...(direct ? ['direct' as const] : []), 'sms', 'wap'];
  return modes.filter((mode) => facts.only === undefined || mode === facts.only);
}

/** Those of them that the contract covers. The later charges of a subscription are what it is sold for. */
export function modesPermitted(
  modes: readonly CarrierMode[],
  { permissions, periodic }: { permissions: readonly Permission[]; periodic: boolean },
): CarrierMode[] {
  if (periodic && !permissions.includes('carrier_periodic')) return [];
  const needs: Record<CarrierMode, Permission> = {
    sms: 'carrier_sms',
    wap: 'carrier_wap',
    direct: periodic ? 'carrier_periodic' : 'carrier_direct',
  };
  return modes.filter((mode) => permissions.includes(needs[mode]));
}

/** What of the contract itself is in the way. */
export function contractObstacle(
  contract: Pick<Contract, 'least' | 'most' | 'hours'>,
  { amount, now }: { amount: Money; now: Date },
): ChargeObstacle | undefined {
  const { least, most, hours } = contract;
  if (most && amount.amountMinor > most.amountMinor) return { reason: 'above_most', most };
  if (least && amount.amountMinor < least.amountMinor) return { reason: 'channel_unavailable' };
  return hours !== null && !isOpenAt(hours, now) ? { reason: 'closed_now', hours } : undefined;
}

/** How long a code is good for, as far as anybody is told: carriers take it for five minutes. */
const CODE_MS = 5 * 60_000;

/** Longer than any call that begins a payment, or hands a code on, takes. */
export const CALL_MS = 60_000;

type Waiting = Pick<Attempt, 'state' | 'requestedAt' | 'payableUntil' | 'nextStep'>;

/** What the channel's word changes of what is kept. */
export type PhoneNote = Partial<Pick<PhonePayment, 'codeRef' | 'codeExpiresAt' | 'payerUnknown'>>;

/**
 * The channel's word as the payment takes it. A number that the carrier does not know looks like any
 * other: where codes are sent its one is on its way, and whatever is typed in is wrong; elsewhere it is
 * refused like a number that may not pay. A code whose answer got lost may be typed in again while there
 * are tries, and so may one that never got to the channel. Tries are counted by us.
 */
export function phoneOutcome(
  outcome: Outcome,
  { state, requestedAt, payableUntil, nextStep }: Waiting,
  phone: PhonePayment,
  now: Date,
): { outcome: Outcome; note: PhoneNote } {
  const { phoneMasked, mode, codeRef, codeTries } = phone;
  const stepUntil = (until: Date) => ({
    ...codeStep(phoneMasked, until),
    triesLeft: MOST_CODE_TRIES - codeTries,
  });
  if (outcome.kind === 'failed' && outcome.reason === 'payer_unknown') {
    if (mode !== 'sms' || codeRef !== null) {
      return { outcome: { ...outcome, reason: 'risk_refused' }, note: {} };
    }
    const until = Math.min(requestedAt.getTime() + CODE_MS, payableUntil.getTime());
    const codeExpiresAt = new Date(until);
    return {
      outcome: { kind: 'pending', next: stepUntil(codeExpiresAt), evidence: outcome.evidence },
      note: { payerUnknown: true, codeExpiresAt },
    };
  }
  if (outcome.kind !== 'pending') return { outcome, note: {} };
  const { next } = outcome;
  if (next.type === 'enter-code') {
    const expiresAt = (next.wrong && phone.codeExpiresAt) || new Date(next.expiresAt);
    const step = next.wrong ? { ...stepUntil(expiresAt), wrong: true } : stepUntil(expiresAt);
    const ref = outcome.codeRef ? { codeRef: outcome.codeRef } : {};
    return { outcome: { ...outcome, next: step }, note: { codeExpiresAt: expiresAt, ...ref } };
  }
  if (next.type !== 'wait' || outcome.ours !== undefined) return { outcome, note: {} };
  const answerLost = state === 'unknown' && codeRef !== null && codeTries < MOST_CODE_TRIES;
  const takerDied =
    state === 'waiting' && nextStep === null && outcome.awaitsPayer && isLeftLying(phone, now);
  if (!answerLost && !takerDied) return { outcome, note: {} };
  const step = stepUntil(phone.codeExpiresAt ?? payableUntil);
  return { outcome: { ...outcome, next: step }, note: {} };
}

const codeStep = (phoneMasked: string, expiresAt: Date): CodeStep => ({
  type: 'enter-code',
  phoneMasked,
  expiresAt: expiresAt.toISOString(),
});
type CodeStep = Extract<NextStep, { type: 'enter-code' }>;

/** Somebody took the step to hand a code on so long ago that no answer to it is on its way any more. */
const isLeftLying = ({ codeTakenAt }: Pick<PhonePayment, 'codeTakenAt'>, now: Date): boolean =>
  codeTakenAt !== null && codeTakenAt.getTime() + CALL_MS <= now.getTime();

/** The channel is asked as soon as a step that was taken may be given back. */
export function orOnceLeftLying(
  due: Date,
  phone: Pick<PhonePayment, 'codeTakenAt'> | undefined,
  now: Date,
): Date {
  const { codeTakenAt } = phone ?? {};
  if (!codeTakenAt) return due;
  const at = new Date(codeTakenAt.getTime() + CALL_MS);
  return now < at && at < due ? at : due;
}

/** Is there a code that this payment waits for, on its way or typed in? Or would there be one? */
export const awaitsCode = (
  { nextStep }: Pick<Attempt, 'nextStep'>,
  { codeRef, payerUnknown }: Pick<PhonePayment, 'codeRef' | 'payerUnknown'>,
): boolean => nextStep?.type === 'enter-code' || codeRef !== null || payerUnknown;

/**
 * A payment whose code was lost is let go; while the answer with the code may still be on its way to
 * another process, nobody knows that it was.
 */
export function notTooEarly(
  outcome: Outcome,
  { state, requestedAt }: Pick<Attempt, 'state' | 'requestedAt'>,
  now: Date,
): Outcome {
  const underWay =
    (state === 'sent' || state === 'waiting') && now.getTime() < requestedAt.getTime() + CALL_MS;
  if (!underWay || outcome.kind !== 'pending' || outcome.ours !== 'cancel') return outcome;
  const { ours: _, ...waiting } = outcome;
  return waiting;
}

/** A payment by a number that is nobody's ends as one whose code was never typed in. */
export const unknownPayersOutcome = (now: Date, payableUntil: Date): Outcome =>
  payableUntil > now
    ? { kind: 'pending', next: { type: 'wait' }, awaitsPayer: true, evidence: {} }
    : { kind: 'failed', reason: 'not_paid_in_time', evidence: {} };

/** What a code is answered with where none was sent and no channel can be asked: as carriers answer a wrong one. */
export const noSuchCode = (
  { phoneMasked, codeExpiresAt }: Pick<PhonePayment, 'phoneMasked' | 'codeExpiresAt'>,
  payableUntil: Date,
  now: Date,
): Outcome =>
  codeExpiresAt !== null && codeExpiresAt <= now
    ? { kind: 'failed', reason: 'code_expired', evidence: {} }
    : {
        kind: 'pending',
        next: { ...codeStep(phoneMasked, payableUntil), wrong: true },
        evidence: {},
      };

/** The code was wrong, or never got there: it is to be typed in again. */
export const asksAgain = (outcome: Outcome): boolean =>
  outcome.kind === 'pending' && outcome.next.type === 'enter-code';

/**
 * Can the payer still do something about it? Where the answer that told them how got lost nobody can:
 * the channel is asked without its own number, and has such a payment let go.
 */
export const payerCanGoOn = (
  { nextStep }: Pick<Attempt, 'nextStep'>,
  { codeRef, mode }: Pick<PhonePayment, 'codeRef' | 'mode'>,
): boolean => codeRef !== null || mode === 'direct' || nextStep?.type === 'redirect';

/** What a payment has come to that was decided before anybody closed it; why it failed is on record. */
export function decidedAs({
  state,
  amount,
  channelRef,
  channelOrderNo,
}: Pick<Attempt, 'state' | 'amount' | 'channelRef' | 'channelOrderNo'>): Outcome | undefined {
  if (ASKABLE.includes(state)) return undefined;
  return state === 'failed'
    ? { kind: 'failed', reason: 'declined', evidence: {} }
    : { kind: 'succeeded', channelRef: channelRef ?? channelOrderNo, amount, evidence: {} };
}

/** A failure named by why we closed it, where the channel only says that it is closed. */
export const closedBecause = (outcome: Outcome, reason: FailureReason | undefined): Outcome =>
  outcome.kind === 'failed' && reason ? { ...outcome, reason } : outcome;
