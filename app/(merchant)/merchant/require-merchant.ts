import { requireUser } from '@/lib/auth/require-user';
import type { CurrentUser } from '@/lib/auth/user';
import { present } from '@/lib/core/assert';

/** The signed-in user of a merchant, and which merchant that is. */
export async function requireMerchant(
  next: `/merchant${string}`,
): Promise<{ user: CurrentUser; merchantId: string }> {
  const user = await requireUser('merchant', next);
  return { user, merchantId: present(user.merchantId, 'the merchant of a merchant user') };
}
