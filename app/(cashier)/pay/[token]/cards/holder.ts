import type { CurrentUser } from '@/lib/auth/user';
import { present } from '@/lib/core/assert';

/** Cards belong to somebody: whoever binds, uses or unbinds one has signed in. */
export const holder = (user: CurrentUser | null): boolean => user !== null;

/** After `holder` has let them through. */
export const idOf = (user: CurrentUser | null): string => present(user, 'a signed-in shopper').id;
