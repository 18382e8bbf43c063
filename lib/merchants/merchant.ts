/** What happens with money that arrives after its order expired or was closed. */
export type LatePaymentPolicy = 'accept' | 'refund' | 'hold';

export interface Merchant {
  id: string;
  name: string;
  nameEn: string;
  /** "#rrggbb" */
  accentColor: string;
  /** Origins (scheme://host[:port]) that a shopper may be sent back to. */
  returnOrigins: string[];
  latePaymentPolicy: LatePaymentPolicy;
  /** Contract flag: balance needs a licence or bank custody. */
  balanceAllowed: boolean;
  hiddenMethods: string[];
}
