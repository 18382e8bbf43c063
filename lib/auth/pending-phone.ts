import { open, seal } from '@/lib/core/crypto';
import { dropKept, keepInCookie, readKept } from './kept-cookie';

// Between the two forms the phone travels encrypted in a short-lived cookie: not in the address,
// not in the page, not in our database.
const CONTEXT = 'sign-in phone';

/** Remembers to which phone this browser asked a code for. */
export async function keepPendingPhone(phone: string): Promise<void> {
  const sealed = seal(phone, CONTEXT).toString('base64url');
  await keepInCookie('pendingPhone', sealed);
}

export async function readPendingPhone(): Promise<string | undefined> {
  const sealed = await readKept('pendingPhone');
  if (!sealed) return undefined;
  try {
    return open(Buffer.from(sealed, 'base64url'), CONTEXT).toString();
  } catch {
    // Somebody changed it, or the key did: the same as not having asked.
    return undefined;
  }
}

export const forgetPendingPhone = (): Promise<void> => dropKept('pendingPhone');
