import type { MerchantStatement } from './statement';
import { selectMerchantStatements } from './view-store';

/** What carriers' statements came to for a merchant, the newest month first. */
export const listMerchantStatements = ({
  merchantId,
  limit = 60,
}: {
  merchantId: string;
  limit?: number;
}): Promise<MerchantStatement[]> => selectMerchantStatements({ merchantId, most: limit });
