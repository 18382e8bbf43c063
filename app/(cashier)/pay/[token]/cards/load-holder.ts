import { redirect } from 'next/navigation';
import { loadCashier } from '@/app/_server/load-cashier';
import { currentUser } from '@/lib/auth/current-user';
import type { CashierView } from '@/lib/payments/cashier-view';

/** The order and who is signed in, for the pages about cards; who is not signs in first and comes back. */
export async function loadHolder(
  token: string,
  page: string,
): Promise<{ view: CashierView; userId: string }> {
  const view = await loadCashier(token);
  const user = await currentUser();
  if (!user) redirect(`/sign-in?next=${encodeURIComponent(`/pay/${token}/${page}`)}`);
  return { view, userId: user.id };
}
