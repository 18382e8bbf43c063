import { redirect } from 'next/navigation';
import { currentUser } from './current-user';
import type { Role } from './rules';
import type { CurrentUser } from './user';

/** The signed-in user of that role; anybody else is led to sign in, and back to `next` afterwards. */
export async function requireUser(role: Role, next: string): Promise<CurrentUser> {
  const user = await currentUser();
  if (user?.role === role) return user;
  const form = role === 'shopper' ? '/sign-in' : '/sign-in/staff';
  redirect(`${form}?next=${encodeURIComponent(next)}`);
}
