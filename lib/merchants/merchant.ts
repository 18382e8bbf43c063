/** What happens with money that arrives after its order expired or was closed. */
export type LatePaymentPolicy = 'accept' | 'refund' | 'hold';

/** On what ground money may rest on balances with this party; with none, balance is not offered. */
export type BalanceContract = 'none' | 'licensed' | 'bank_custody';

/** The platform itself as a contracting party: shoppers' wallets are its customers. */
export const PLATFORM_MERCHANT = 'platform';

/** test: no money is real. Of every merchant there may be one of each, with nothing in common but their members. */
export type MerchantMode = 'test' | 'live';

export interface Merchant {
  id: string;
  mode: MerchantMode;
  /** Takes orders: a test merchant always, a live one once the office has opened it. */
  isOpen: boolean;
  name: string;
  nameEn: string;
  /** "#rrggbb" */
  accentColor: string;
  /** Origins (scheme://host[:port]) that a shopper may be sent back to. */
  returnOrigins: string[];
  latePaymentPolicy: LatePaymentPolicy;
  balanceContract: BalanceContract;
  hiddenMethods: string[];
  /** Those that the merchant has moved, first; the others follow in the product's order. */
  methodOrder: string[];
  /** Hash of its picture's content; null: it has brought none. */
  logo: string | null;
}
