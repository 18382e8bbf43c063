import type { AgreementView } from '@/lib/agreements/agreement-view';
import type { CardType, CarrierCode, CarrierMode, NextStep } from '@/lib/channels/port';
import type { Day } from '@/lib/core/beijing';
import type { MerchantMode } from '@/lib/merchants/merchant';
import type { MethodCode, Offer } from '@/lib/methods/rank-methods';
import type { Money } from '@/lib/money/money';
import type { SubscriptionPeriod } from '@/lib/orders/order';
import type { Attempt } from './attempt';
import type { LateFate } from './left-behind-rules';

/** All that the shopper's page may know about one order, at one moment of the database's clock. */
export interface CashierView {
  now: Date;
  /** Another text, another page: what an open page compares. The clock alone changes it where time ends. */
  mark: string;
  order: {
    id: string;
    merchantOrderNo: string;
    subject: string;
    amount: Money;
    state: 'open' | 'paid' | 'expired' | 'closed';
    expiresAt: Date;
    paidAt: Date | null;
    /** Paying begins this, as of today: days in Beijing. null: an order that is paid once. */
    subscription: { period: SubscriptionPeriod; validThrough: Day; nextChargeOn: Day } | null;
  };
  merchant: {
    /** test: no money is real, and every page says so. */
    mode: MerchantMode;
    name: string;
    nameEn: string;
    accentColor: string;
    /** Hash of the picture's content; null: the name's first character stands for it. */
    logo: string | null;
  };
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
    /** The part that is held on the shopper's balance meanwhile, told to the shopper alone. */
    balance: Money | null;
    /** Begun in this very browser; what nobody has begun in a browser counts as begun here. */
    here: boolean;
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
    /** The phone whose bill is charged. */
    phone: {
      carrier: CarrierCode;
      /** Two digits by GB/T 2260. */
      province: string;
      phoneMasked: string;
      mode: CarrierMode;
      /** As it will stand on the bill. */
      billText: string;
      triesLeft: number;
      codeExpiresAt: Date | null;
      /** From when on another code may be asked for. */
      resendAt: Date;
    } | null;
  } | null;
  /** How it was paid, once it is. */
  paid: {
    method: MethodCode;
    /** The part that the shopper's balance has paid beside the method. */
    balance: Money | null;
    surface: Attempt['surface'];
    cardType: CardType | null;
    /** The bound card. */
    card: { bank: AgreementView['bank']; tail: string } | null;
    /** The phone's bill. */
    phone: { carrier: CarrierCode; phoneMasked: string; billText: string } | null;
  } | null;
  /** When a phone has last scanned the code on another screen's page of this order: the one that pays, or any. */
  scannedAt: Date | null;
  /** The payment that the order waits for, or was paid by, was begun on a phone that has scanned it. */
  scannerPays: boolean;
  /** Earlier attempts that were left behind: still payable, or paid late and given back. */
  leftBehind: {
    method: MethodCode;
    state: 'superseded' | 'late_succeeded' | 'returned';
    /**
     * What the channel was asked for. null: less than the order's, since a balance was to pay a part, and
     * that is not told to whoever looks (find-own-parts.ts).
     */
    amount: Money | null;
    payableUntil: Date;
    /** What becomes of its money, by the merchant's policy where the order is over. */
    fate: LateFate;
  }[];
  /** Why the newest attempt definitely failed, when the shopper is choosing again. */
  lastFailure: {
    method: MethodCode;
    reason: string;
    /** The part that was held on the shopper's balance meanwhile, and is free again; told to the shopper alone. */
    balance?: Money;
  } | null;
  /** Back to the merchant, signed; null when the merchant gave no address. */
  returnUrl: string | null;
}
