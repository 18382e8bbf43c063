/** A shopper as its merchant may know it. */
export interface MerchantCustomer {
  id: string;
  /** The merchant's own name; null for one who came by themselves, signed in. */
  reference: string | null;
  /** Somebody has proved to be this customer. */
  isClaimed: boolean;
  createdAt: Date;
}
