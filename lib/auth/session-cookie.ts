import { dropKept, keepInCookie, readKept } from './kept-cookie';
import { cookieName, cookieOptions } from './own-cookies';
import { SESSION_SECONDS } from './rules';
import { claimsOf, encodeSession } from './session-token';
import type { UserRow } from './store';

/** One definition for our server actions and for next-auth's routes. */
export const sessionCookie = () => ({
  name: cookieName('session'),
  options: cookieOptions('session'),
});

export const readSessionCookie = (): Promise<string | undefined> => readKept('session');

/** Signs this browser in: the cookie that next-auth itself would set. For server actions. */
export async function startSession(user: UserRow): Promise<void> {
  const token = await encodeSession(claimsOf(user));
  await keepInCookie('session', token, { maxAge: SESSION_SECONDS[user.role] });
}

/** Signs this browser out. For server actions. */
export const endSession = (): Promise<void> => dropKept('session');
