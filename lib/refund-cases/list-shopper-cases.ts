import type { ShopperCase } from './shopper-case';
import { selectShopperCases } from './shopper-case-store';

/** What became of an order's refunds that could not go back the way they came, as the payer may see it. */
export const listShopperCases = ({ orderId }: { orderId: string }): Promise<ShopperCase[]> =>
  selectShopperCases(orderId);
