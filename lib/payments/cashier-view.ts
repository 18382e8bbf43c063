import type { AgreementView } from '@/lib/agreements/agreement-view';
import type { CardType, NextStep } from '@/lib/channels/port';
import type { MethodCode, Offer } from '@/lib/methods/rank-methods';
import type { Money } from '@/lib/money/money';
import type { Attempt } from './attempt';

/** All that the shopper's page may know about one order, at one moment of the database's clock. */
export interface CashierView {
  now: Date;
  order: {
    id: string;
    merchantOrderNo: string;
    subject: string;
    amount: Money;
    state: 'open' | 'paid' | 'expired' | 'closed';
    expiresAt: Date;
    paidAt: Date | null;
  };
  merchant: { name: string; nameEn: string; accentColor: string };
  /** Who is signed in on this browser, if anybody. */
  shopper: { phoneMasked: string } | null;
  /** Empty unless the order is open and no attempt is live. */
  offers: Offer[];
  /** The shopper's bound cards at this merchant, the one used last first; empty where none is offered. */
  cards: AgreementView[];
  /** The attempt the order is waiting for; its next step is there while it can still be taken. */
  live: {
    method: MethodCode;
    state: 'sent' | 'waiting' | 'unknown';
    requestedAt: Date;
    payableUntil: Date;
    nextStep: NextStep | null;
    /** When a QR code gives way to the next one. */
    renewAt: Date | null;
    surface: Attempt['surface'];
    /** What the host reported, where it came back. */
    hostResult: string | null;
    /** The bound card it is paid with. */
    card: {
      agreementId: string;
      bank: AgreementView['bank'];
      tail: string;
      phoneMasked: string;
    } | null;
  } | null;
  /** How it was paid, once it is. */
  paid: {
    method: MethodCode;
    surface: Attempt['surface'];
    cardType: CardType | null;
    /** The bound card. */
    card: { bank: AgreementView['bank']; tail: string } | null;
  } | null;
  /** Earlier attempts that were left behind: still payable, or paid late and given back. */
  leftBehind: {
    method: MethodCode;
    state: 'superseded' | 'late_succeeded' | 'returned';
    payableUntil: Date;
  }[];
  /** Why the newest attempt definitely failed, when the shopper is choosing again. */
  lastFailure: { method: MethodCode; reason: string } | null;
  /** Back to the merchant, signed; null when the merchant gave no address. */
  returnUrl: string | null;
}
