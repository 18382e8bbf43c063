import { redirect } from 'next/navigation';
import { readPendingPhone } from '@/lib/auth/pending-phone';
import { withNext } from './with-next';

/** The phone that a code was asked for; who has not asked yet, or too long ago, starts again. */
export async function pendingPhone(next: string | undefined): Promise<string> {
  return (await readPendingPhone()) ?? redirect(withNext('/sign-in', next));
}
