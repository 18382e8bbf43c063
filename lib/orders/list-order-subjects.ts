import { selectSubjects } from './store';

/** What each of these orders was for, in the merchant's words and number; ids that are none are left out. */
export const listOrderSubjects = (
  orderIds: readonly string[],
): Promise<{ orderId: string; merchantId: string; merchantOrderNo: string; subject: string }[]> =>
  orderIds.length === 0 ? Promise.resolve([]) : selectSubjects(orderIds);
