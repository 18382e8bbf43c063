/** What happens with money that arrives after its order expired or was closed. */
export type LatePaymentPolicy = 'accept' | 'refund' | 'hold';

/** On what ground money may rest on balances with this party; with none, balance is not offered. */
export type BalanceContract = 'none' | 'licensed' | 'bank_custody';

/** The platform itself as a contracting party: shoppers' wallets are its customers. */
export const PLATFORM_MERCHANT = 'platform';

export interface Merchant {
  id: string;
  name: string;
  nameEn: string;
  /** "#rrggbb" */
  accentColor: string;
  /** Origins (scheme://host[:port]) that a shopper may be sent back to. */
  returnOrigins: string[];
  latePaymentPolicy: LatePaymentPolicy;
  balanceContract: BalanceContract;
  hiddenMethods: string[];
}
