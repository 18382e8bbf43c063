import { Refusal } from '@/lib/core/errors';
import type { Money } from '@/lib/money/money';
import type { AccountRef, ExternalRef, Subject } from './chart';
import { PLATFORM } from './chart';

/** What happened, in the words of the business. Nobody outside thinks in debits and credits. */
export type AccountingEvent = {
  /** The same key with the same content is the same entry; with other content a conflict. */
  entryKey: string;
  /** The order, top-up, refund, payout or settlement that it belongs to. */
  businessRef: string;
  /** All that moves, fees included. */
  amount: Money;
} & (
  | { event: 'top_up'; customerId: string }
  | { event: 'card_top_up'; customerId: string; channel: string }
  | { event: 'transfer_in'; account: ExternalRef }
  /** channel: where the money is; the bank unless another one sent it back. */
  | { event: 'suspense_received'; channel?: string }
  | { event: 'suspense_assigned'; account: ExternalRef }
  | { event: 'transfer'; from: ExternalRef; to: ExternalRef }
  | { event: 'balance_payment'; customerId: string; merchantId: string }
  | { event: 'channel_payment'; channel: string; merchantId: string }
  | { event: 'late_payment_received'; channel: string; merchantId: string }
  | { event: 'late_payment_accepted'; merchantId: string }
  | { event: 'late_payment_returned'; merchantId: string; channel: string }
  | { event: 'late_refund_settled'; channel: string }
  | { event: 'late_refund_failed'; merchantId: string; channel: string }
  /** available: what of it comes from (or goes back to) the merchant's own account; the rest is pending. */
  | { event: 'refund_reserved'; merchantId: string; channel: string; available?: Money }
  | { event: 'refund_settled'; channel: string }
  | { event: 'refund_failed'; merchantId: string; channel: string; available?: Money }
  | { event: 'balance_refund'; merchantId: string; customerId: string; available?: Money }
  /** A refund that cannot go back the way it came, to a balance, or into suspense. */
  | { event: 'refund_to_balance'; channel: string; customerId: string }
  | { event: 'refund_unclaimed'; channel: string }
  /** Paid out, and then returned by the original route as well: somebody has it twice. */
  | { event: 'refund_returned_twice'; channel: string }
  /** Our fee, given back with a refund. */
  | { event: 'refund_fee_returned'; merchantId: string }
  | { event: 'settlement'; merchantId: string; fee: Money }
  | {
      event: 'carrier_reduction' | 'carrier_bad_debt' | 'carrier_complaint_refund';
      merchantId: string;
    }
  | { event: 'carrier_share' | 'carrier_share_returned'; merchantId: string }
  | { event: 'carrier_settlement'; merchantId: string; fee: Money }
  | { event: 'carrier_remittance' }
  | { event: 'payout_sent'; channel: string }
  | { event: 'payout_paid'; channel: string; account: AccountRef }
  | { event: 'payout_refused'; channel: string }
  | { event: 'payout_returned'; channel: string; account: AccountRef }
);

export type EventName = AccountingEvent['event'];

export interface Line {
  subject: Subject;
  owner: string;
  side: 'debit' | 'credit';
  amountMinor: bigint;
}

/** Where the value comes from (debited) and where it goes (credited); several places share it. */
interface Movement {
  from: AccountRef;
  to: AccountRef;
  /** The part of the amount that goes elsewhere. */
  less?: { to: AccountRef; amount: Money };
  /** The part of the amount that comes from elsewhere. */
  partly?: { from: AccountRef; amount: Money } | undefined;
}

const account = (subject: Subject, owner: string): AccountRef => ({ subject, owner });
const BANK = account('platform_bank', PLATFORM);
const SUSPENSE = account('suspense', PLATFORM);
const balance = (customerId: string) => account('customer_balance', customerId);
const pending = (merchantId: string) => account('merchant_pending', merchantId);
const late = (merchantId: string) => account('late_payments', merchantId);
const clearing = (channel: string) => account('channel_clearing', channel);
const payable = (channel: string) => account('refunds_payable', channel);
const own = (merchantId: string) => account('merchant_balance', merchantId);
const partOf = ({ merchantId, available }: { merchantId: string; available?: Money }) =>
  available && { from: own(merchantId), amount: available };
/** What all carriers together owe us. */
const CARRIERS = clearing('carrier');
const transit = (channel: string) => account('payouts_in_transit', channel);
/** What a payout is paid from: our deposit at the bank, or what the channel owes us. */
const funds = (channel: string) => (channel === 'bank' ? BANK : clearing(channel));

/** The one table: event → from and to. Its words are in sentence.ts. */
function movementOf(event: AccountingEvent): Movement {
  switch (event.event) {
    case 'top_up':
      return { from: BANK, to: balance(event.customerId) };
    case 'card_top_up':
      return { from: clearing(event.channel), to: balance(event.customerId) };
    case 'transfer_in':
      return { from: BANK, to: event.account };
    case 'suspense_received':
      return { from: funds(event.channel ?? 'bank'), to: SUSPENSE };
    case 'suspense_assigned':
      return { from: SUSPENSE, to: event.account };
    case 'transfer':
      return { from: event.from, to: event.to };
    case 'balance_payment':
      return { from: balance(event.customerId), to: pending(event.merchantId) };
    case 'channel_payment':
      return { from: clearing(event.channel), to: pending(event.merchantId) };
    case 'late_payment_received':
      return { from: clearing(event.channel), to: late(event.merchantId) };
    case 'late_payment_accepted':
      return { from: late(event.merchantId), to: pending(event.merchantId) };
    case 'late_payment_returned':
      return { from: late(event.merchantId), to: payable(event.channel) };
    case 'late_refund_settled':
      return { from: payable(event.channel), to: clearing(event.channel) };
    case 'late_refund_failed':
      return { from: payable(event.channel), to: late(event.merchantId) };
    case 'refund_reserved':
      return {
        from: pending(event.merchantId),
        to: payable(event.channel),
        partly: partOf(event),
      };
    case 'refund_settled':
      return { from: payable(event.channel), to: clearing(event.channel) };
    case 'refund_failed':
      return {
        from: payable(event.channel),
        to: pending(event.merchantId),
        ...(event.available && { less: { to: own(event.merchantId), amount: event.available } }),
      };
    case 'balance_refund':
      return {
        from: pending(event.merchantId),
        to: balance(event.customerId),
        partly: partOf(event),
      };
    case 'refund_to_balance':
      return { from: payable(event.channel), to: balance(event.customerId) };
    case 'refund_unclaimed':
      return { from: payable(event.channel), to: SUSPENSE };
    case 'refund_returned_twice':
      return { from: SUSPENSE, to: clearing(event.channel) };
    case 'refund_fee_returned':
      return { from: account('fee_income', PLATFORM), to: own(event.merchantId) };
    case 'carrier_reduction':
    case 'carrier_bad_debt':
    case 'carrier_complaint_refund':
    case 'carrier_share':
      return { from: pending(event.merchantId), to: CARRIERS };
    case 'carrier_share_returned':
      return { from: CARRIERS, to: pending(event.merchantId) };
    case 'carrier_remittance':
      return { from: BANK, to: CARRIERS };
    case 'carrier_settlement':
    case 'settlement':
      return {
        from: pending(event.merchantId),
        to: account('merchant_balance', event.merchantId),
        less: { to: account('fee_income', PLATFORM), amount: event.fee },
      };
    case 'payout_sent':
      return { from: transit(event.channel), to: funds(event.channel) };
    case 'payout_paid':
      return { from: event.account, to: transit(event.channel) };
    case 'payout_refused':
      return { from: funds(event.channel), to: transit(event.channel) };
    case 'payout_returned':
      return { from: funds(event.channel), to: event.account };
  }
}

/**
 * The lines of an event; debits equal credits by construction. What would be nothing has no line.
 *
 * @throws Refusal mixed_currency when a part is in another currency than the whole
 */
export function linesOf(event: AccountingEvent): Line[] {
  const { from, to, less, partly } = movementOf(event);
  const whole = event.amount;
  for (const part of [less, partly]) {
    if (part && part.amount.currency !== whole.currency) {
      throw new Refusal('mixed_currency', { entryKey: event.entryKey });
    }
  }
  return [
    ...sharedLines('debit', from, whole, partly && { at: partly.from, amount: partly.amount }),
    ...sharedLines('credit', to, whole, less && { at: less.to, amount: less.amount }),
  ];
}

/** One side of an entry: the place named, less the part that another place has of it. */
function sharedLines(
  side: Line['side'],
  at: AccountRef,
  whole: Money,
  part: { at: AccountRef; amount: Money } | undefined,
): Line[] {
  const partMinor = part?.amount.amountMinor ?? 0n;
  const restMinor = whole.amountMinor - partMinor;
  const lines: Line[] = [];
  if (restMinor !== 0n || !part) lines.push({ ...at, side, amountMinor: restMinor });
  if (part && partMinor !== 0n) lines.push({ ...part.at, side, amountMinor: partMinor });
  return lines;
}
