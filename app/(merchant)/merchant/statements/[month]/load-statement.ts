import { notFound } from 'next/navigation';
import { isRefusal } from '@/lib/core/errors';
import { getMonthlyStatement } from '@/lib/settlement/get-monthly-statement';
import type { MonthlyStatement } from '@/lib/settlement/monthly-statement';

/** The merchant's month for a page; one that it has none of is a 404. */
export async function loadStatement(of: {
  merchantId: string;
  month: string;
}): Promise<MonthlyStatement> {
  try {
    return await getMonthlyStatement(of);
  } catch (error) {
    if (isRefusal(error) && error.code === 'not_found') notFound();
    throw error;
  }
}
