import { countOpenRequests } from './shopper-store';

/** How many requests of shoppers wait for this merchant. */
export const countRequests = ({ merchantId }: { merchantId: string }): Promise<number> =>
  countOpenRequests(merchantId);
