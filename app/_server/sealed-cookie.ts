import { dropKept, keepInCookie, readKept } from '@/lib/auth/kept-cookie';
import { COOKIES, type CookieKind } from '@/lib/auth/own-cookies';
import { open, seal } from '@/lib/core/crypto';

/** Cookies that only we can read: what they hold stays out of pages, addresses and our database. */
type SealedKind = Extract<CookieKind, 'foundReceipt' | 'checkedPhone' | 'rememberedPhone'>;

export async function keepSealed(kind: SealedKind, text: string): Promise<void> {
  const { name, seconds } = COOKIES[kind];
  const until = Date.now() + seconds * 1000;
  await keepInCookie(kind, seal(`${until} ${text}`, name).toString('base64url'));
}

/** undefined where there is none, where it is too old, and where somebody changed it. */
export async function readSealed(kind: SealedKind): Promise<string | undefined> {
  const sealed = await readKept(kind);
  if (!sealed) return undefined;
  const [until = '', ...text] = opened(sealed, COOKIES[kind].name)?.split(' ') ?? [];
  return Number(until) > Date.now() ? text.join(' ') : undefined;
}

export const dropSealed = (kind: SealedKind): Promise<void> => dropKept(kind);

function opened(sealed: string, context: string): string | undefined {
  try {
    return open(Buffer.from(sealed, 'base64url'), context).toString();
  } catch {
    // Another key, or another hand: the same as none.
    return undefined;
  }
}
