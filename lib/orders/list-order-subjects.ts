import { selectSubjects } from './store';

/** What each of these orders was for, in the merchant's words; ids that are no orders are left out. */
export const listOrderSubjects = (
  orderIds: readonly string[],
): Promise<{ orderId: string; merchantId: string; subject: string }[]> =>
  orderIds.length === 0 ? Promise.resolve([]) : selectSubjects(orderIds);
