import { redirect } from 'next/navigation';
import { type PendingStaff, readPendingStaff } from '@/lib/auth/pending-staff';
import { withNext } from '../with-next';

/** Who has given a password here; whoever has not, or too long ago, starts again. */
export async function pendingStaff(next: string | undefined): Promise<PendingStaff> {
  return (await readPendingStaff()) ?? redirect(withNext('/sign-in/staff', next));
}

/** The same for somebody who sets up an authenticator, with the secret that it takes. */
export async function pendingEnrolment(
  next: string | undefined,
): Promise<PendingStaff & { secret: string }> {
  const { secret, ...pending } = await pendingStaff(next);
  return secret ? { ...pending, secret } : redirect(withNext('/sign-in/staff', next));
}
