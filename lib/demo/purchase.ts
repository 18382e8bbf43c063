/** A row of the shop's own books: what it sold, and whether the cashier told it of the money. */
export interface Purchase {
  orderNo: string;
  goodsCode: string;
  amountMinor: bigint;
  state: 'placed' | 'paid';
  placedAt: Date;
  paidAt: Date | null;
}
