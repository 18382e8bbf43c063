import { env } from '@/lib/core/env';

interface OwnCookie {
  name: string;
  /** `/`, and it is this very host's; below a path, only what is asked for there brings it. */
  path: string;
  /** Kept while the browser is open unless given. */
  seconds?: number;
  /** Its name on https before it had a prefix: for a release, what browsers have under it still counts. */
  former?: string;
}

const DAY = 24 * 3600;

/** Every cookie that we set, but for next-auth's own two (CSRF token, where to go on). None is for scripts. */
export const COOKIES = {
  /** Who is signed in; for as long as the role's sessions last. */
  session: {
    name: 'next-auth.session-token',
    path: '/',
    former: '__Secure-next-auth.session-token',
  },
  /** Sealed, between the form for the phone and the one for the code. */
  pendingPhone: { name: 'cashier-sign-in', path: '/', seconds: 15 * 60 },
  /** Sealed, between the password and the authenticator's code. */
  pendingStaff: { name: 'cashier-staff-sign-in', path: '/', seconds: 10 * 60 },
  /** Sealed: whose subscriptions are shown, without a log-in. */
  subscriber: { name: 'cashier-subscriber', path: '/', seconds: 15 * 60 },
  /** Sealed: which receipt somebody may see without a log-in. */
  foundReceipt: { name: 'cashier_receipts', path: '/', seconds: 10 * 60 },
  /** What this browser is known by: how many codes it has sent, and which payments it has begun. */
  device: { name: 'cashier_device', path: '/', seconds: 365 * DAY, former: 'cashier_device' },
  /** Sealed: the number that this browser has just asked about, with what was answered. */
  checkedPhone: { name: 'cashier_phone', path: '/pay', seconds: 10 * 60 },
  /** Sealed, and kept only where the shopper has said so. */
  rememberedPhone: {
    name: 'cashier_number',
    path: '/pay',
    seconds: 180 * DAY,
    former: 'cashier_number',
  },
  /** What the app around the page can do: a claim like any header. */
  host: { name: 'cashier_host', path: '/pay' },
  /** Which order this browser is paying; read only where channels send it back. */
  lastCashier: { name: 'last_cashier', path: '/api/channels', seconds: 3600 },
  /** Which of our languages the reader has chosen. */
  locale: { name: 'locale', path: '/', seconds: 365 * DAY, former: 'locale' },
  /** How large the reader wants the words. */
  textSize: { name: 'text_size', path: '/', seconds: 365 * DAY, former: 'text_size' },
  /** Demo and test only: which handset the simulator plays. */
  demoPhone: { name: 'demo_phone', path: '/' },
} as const satisfies Record<string, OwnCookie>;

export type CookieKind = keyof typeof COOKIES;

const cookie = (kind: CookieKind): OwnCookie => COOKIES[kind];

export const isSecure = (): boolean => env().APP_ORIGIN.startsWith('https:');

/**
 * On https with the prefix by which browsers let nobody but this very host set it, or, below a path, nobody without
 * https. On http there are no such names.
 */
export function cookieName(kind: CookieKind): string {
  const { name, path } = cookie(kind);
  if (!isSecure()) return name;
  return `${path === '/' ? '__Host-' : '__Secure-'}${name}`;
}

export function cookieOptions(kind: CookieKind) {
  const { path, seconds: maxAge } = cookie(kind);
  const always = { httpOnly: true, sameSite: 'lax', secure: isSecure(), path } as const;
  return { ...always, ...(maxAge === undefined ? {} : { maxAge }) };
}

/** Under which names a browser may have it, the one that counts first. */
export function cookieNames(kind: CookieKind): string[] {
  const { former } = cookie(kind);
  return [cookieName(kind), ...(isSecure() && former !== undefined ? [former] : [])];
}

/** What the browser sends of it. */
export function cookieIn(
  kind: CookieKind,
  get: (name: string) => string | undefined,
): string | undefined {
  const [name = '', former] = cookieNames(kind);
  return get(name) ?? (former === undefined ? undefined : get(former));
}
