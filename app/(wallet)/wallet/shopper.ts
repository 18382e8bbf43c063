import type { CurrentUser } from '@/lib/auth/user';
import { present } from '@/lib/core/assert';

/** The wallet is a shopper's room; staff have theirs. */
export const shopper = (user: CurrentUser | null): boolean => user?.role === 'shopper';

/** After `shopper` has let them through. */
export const idOf = (user: CurrentUser | null): string => present(user, 'a signed-in shopper').id;
