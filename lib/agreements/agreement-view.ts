import type { BankCode } from './banks';

/** A bound card as pages show it. Amounts are what the bank lets one payment and one day take. */
export interface AgreementView {
  id: string;
  bank: { code: BankCode; zh: string; en: string; colour: string };
  cardTail: string;
  cardType: 'debit' | 'credit';
  single: { amountMinor: bigint; currency: 'CNY' };
  daily: { amountMinor: bigint; currency: 'CNY' };
  /** The bank takes no payments by agreement right now; its hours in Beijing are `maintenance`. */
  underMaintenance: boolean;
  maintenance: readonly string[];
  nameMasked: string;
  phoneMasked: string;
  activatedAt: Date | null;
}
