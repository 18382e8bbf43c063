import type { BrowserContext } from '@playwright/test';
import { claimsOf, encodeSession } from '@/lib/auth/session-token';
import { stackInfo } from './browser-settings';

/** What a browser has to carry to be let in. */
export interface CarriedCookie {
  name: string;
  value: string;
  url: string;
}

/** The session of whoever is signed in there, for other browsers. */
export async function sessionOf(context: BrowserContext, origin: string): Promise<CarriedCookie[]> {
  const carried = await context.cookies(origin);
  return carried
    .filter(({ name }) => /session/.test(name))
    .map(({ name, value }) => ({ name, value, url: origin }));
}

/** That browser is signed in as a member of the office; how signing in goes is what rooms and staff are about. */
export async function carryOfficeSession(context: BrowserContext, id: string): Promise<void> {
  const value = await encodeSession(claimsOf({ role: 'office', id, tokenVersion: 0 }));
  await context.addCookies([{ name: 'next-auth.session-token', value, url: stackInfo().origin }]);
}
