/** Where a merchant's available money is paid out to, with masks only. */
export interface MerchantAccount {
  id: string;
  merchantId: string;
  cardMasked: string;
  bankName: string;
  nameMasked: string;
  /** From then on; one that took another's place waits. */
  usableFrom: Date;
  usable: boolean;
  createdAt: Date;
}
