import { cookies } from 'next/headers';
import { open, seal } from '@/lib/core/crypto';
import { isSecure } from './session-cookie';

// Between the two forms the phone travels encrypted in a short-lived cookie: not in the address,
// not in the page, not in our database.
const NAME = 'cashier-sign-in';
const CONTEXT = 'sign-in phone';
const PATH = '/sign-in';
const SECONDS = 15 * 60;

const options = () =>
  ({ httpOnly: true, sameSite: 'lax', path: PATH, secure: isSecure() }) as const;

/** Remembers to which phone this browser asked a code for. */
export async function keepPendingPhone(phone: string): Promise<void> {
  const sealed = seal(phone, CONTEXT).toString('base64url');
  (await cookies()).set(NAME, sealed, { ...options(), maxAge: SECONDS });
}

export async function readPendingPhone(): Promise<string | undefined> {
  const sealed = (await cookies()).get(NAME)?.value;
  if (!sealed) return undefined;
  try {
    return open(Buffer.from(sealed, 'base64url'), CONTEXT).toString();
  } catch {
    // Somebody changed it, or the key did: the same as not having asked.
    return undefined;
  }
}

export async function forgetPendingPhone(): Promise<void> {
  (await cookies()).set(NAME, '', { ...options(), maxAge: 0 });
}
