import { cookies } from 'next/headers';
import { env } from '@/lib/core/env';
import { SESSION_SECONDS } from './rules';
import { claimsOf, encodeSession } from './session-token';
import type { UserRow } from './store';

export const isSecure = (): boolean => env().APP_ORIGIN.startsWith('https:');

/** One definition for our server actions and for next-auth's routes. */
export const sessionCookie = () => ({
  name: `${isSecure() ? '__Secure-' : ''}next-auth.session-token`,
  options: { httpOnly: true, sameSite: 'lax', path: '/', secure: isSecure() } as const,
});

export async function readSessionCookie(): Promise<string | undefined> {
  return (await cookies()).get(sessionCookie().name)?.value;
}

/** Signs this browser in: the cookie that next-auth itself would set. For server actions. */
export async function startSession(user: UserRow): Promise<void> {
  const { name, options } = sessionCookie();
  const token = await encodeSession(claimsOf(user));
  (await cookies()).set(name, token, { ...options, maxAge: SESSION_SECONDS[user.role] });
}

/** Signs this browser out. For server actions. */
export async function endSession(): Promise<void> {
  const { name, options } = sessionCookie();
  (await cookies()).set(name, '', { ...options, maxAge: 0 });
}
