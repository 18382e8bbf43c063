import { cookies } from 'next/headers';
import { type CookieKind, cookieIn, cookieName, cookieNames, cookieOptions } from './own-cookies';

export async function readKept(kind: CookieKind): Promise<string | undefined> {
  const kept = await cookies();
  return cookieIn(kind, (name) => kept.get(name)?.value);
}

/** For server actions and routes, as is whatever changes a cookie. */
export async function keepInCookie(
  kind: CookieKind,
  value: string,
  more: { maxAge?: number } = {},
): Promise<void> {
  (await cookies()).set(cookieName(kind), value, { ...cookieOptions(kind), ...more });
}

export async function dropKept(kind: CookieKind): Promise<void> {
  const kept = await cookies();
  for (const name of cookieNames(kind)) kept.set(name, '', { ...cookieOptions(kind), maxAge: 0 });
}

/** What a browser still has under the former name, it has under the present one from here on. */
export async function renameKept(kind: CookieKind): Promise<void> {
  const [name = '', former] = cookieNames(kind);
  const kept = await cookies();
  const had = former === undefined ? undefined : kept.get(former)?.value;
  if (former === undefined || !had) return;
  if (!kept.get(name)?.value) await keepInCookie(kind, had);
  kept.set(former, '', { ...cookieOptions(kind), maxAge: 0 });
}
