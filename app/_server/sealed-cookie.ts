import { cookies } from 'next/headers';
import { open, seal } from '@/lib/core/crypto';
import { env } from '@/lib/core/env';

/** A cookie that only we can read: what it holds stays out of pages, addresses and our database. */
export interface SealedCookie {
  name: string;
  path: string;
  seconds: number;
}

const options = ({ path }: SealedCookie) => ({
  path,
  httpOnly: true,
  sameSite: 'lax' as const,
  secure: env().APP_ORIGIN.startsWith('https:'),
});

export async function keepSealed(cookie: SealedCookie, text: string): Promise<void> {
  const until = Date.now() + cookie.seconds * 1000;
  const sealed = seal(`${until} ${text}`, cookie.name).toString('base64url');
  (await cookies()).set(cookie.name, sealed, { ...options(cookie), maxAge: cookie.seconds });
}

/** undefined where there is none, where it is too old, and where somebody changed it. */
export async function readSealed(cookie: SealedCookie): Promise<string | undefined> {
  const sealed = (await cookies()).get(cookie.name)?.value;
  if (!sealed) return undefined;
  const [until = '', ...text] = opened(sealed, cookie.name)?.split(' ') ?? [];
  return Number(until) > Date.now() ? text.join(' ') : undefined;
}

export async function dropSealed(cookie: SealedCookie): Promise<void> {
  (await cookies()).set(cookie.name, '', { ...options(cookie), maxAge: 0 });
}

function opened(sealed: string, context: string): string | undefined {
  try {
    return open(Buffer.from(sealed, 'base64url'), context).toString();
  } catch {
    // Another key, or another hand: the same as none.
    return undefined;
  }
}
