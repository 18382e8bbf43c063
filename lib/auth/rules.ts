import ipaddr from 'ipaddr.js';

export type Role = 'shopper' | 'merchant' | 'office';

/** Where each role's room is. */
const HOME: Record<Role, string> = {
  shopper: '/wallet',
  merchant: '/merchant',
  office: '/office',
};

const ROLES = Object.keys(HOME) as Role[];

/** Seconds that a session lives after signing in: staff sign in every working day. */
export const SESSION_SECONDS: Record<Role, number> = {
  shopper: 30 * 24 * 60 * 60,
  merchant: 12 * 60 * 60,
  office: 12 * 60 * 60,
};

const SOMEWHERE = 'https://here.invalid';

/**
 * A path of ours that a browser will also take for one, or undefined. Browsers drop tabs and line
 * breaks and read `\` as `/`, so "/\evil.example" and "/<tab>/evil.example" lead to another site.
 */
export function safeNextPath(path: string | null | undefined): string | undefined {
  if (!path || path.length > 2048 || !/^\/[\x21-\x5b\x5d-\x7e]*$/.test(path)) return undefined;
  if (!URL.canParse(path, SOMEWHERE)) return undefined;
  const url = new URL(path, SOMEWHERE);
  // "/.//evil" and the like are only seen for what they are after parsing.
  const parsed = `${url.pathname}${url.search}${url.hash}`;
  const stays = url.origin === SOMEWHERE && !url.pathname.startsWith('//');
  return stays ? parsed : undefined;
}

/** Whose room a path leads to; null for what is open to everybody. */
export function roomOf(path: string): Role | null {
  const room = /^\/[a-z]+(?=[/?#]|$)/.exec(path)?.[0];
  return ROLES.find((role) => HOME[role] === room) ?? null;
}

/**
 * Where a signed-in person goes on from a sign-in form for these roles: to `next`, or to their own
 * room. Undefined when the form is for somebody else.
 */
export function goesOnTo(
  role: Role | undefined,
  roles: readonly Role[],
  next: string | undefined,
): string | undefined {
  if (!role || !roles.includes(role)) return undefined;
  const room = next === undefined ? null : roomOf(next);
  if (room !== null && room !== role) return undefined;
  // Who works in the office begins by looking for what somebody calls about.
  return next ?? (role === 'office' ? '/office/find' : HOME[role]);
}

/** The mailbox that an e-mail address leads to: what stands behind a `+` only sorts what comes in. */
export const mailboxOf = (email: string): string =>
  email.toLowerCase().replace(/(?<=.)\+[^@]*(?=@)/, '');

/** "13812348000" → "138****8000". */
export const maskPhone = (phone: string): string => `${phone.slice(0, 3)}****${phone.slice(-4)}`;

/**
 * The text of the code. Its last line is the origin-bound one-time code format, which lets a phone
 * offer the code on our page and on no other (wicg.github.io/sms-one-time-codes).
 */
export function codeText({ code, host, minutes }: { code: string; host: string; minutes: number }) {
  return [
    `【收银台】登录验证码 ${code}，${minutes} 分钟内有效，请勿告诉任何人。`,
    `Your sign-in code is ${code}. It works for ${minutes} minutes. Tell it to nobody.`,
    '',
    `@${host} #${code}`,
  ].join('\n');
}

/** One name per client: an IPv4 address, or the /64 network that an IPv6 host chooses from. */
export function addressKey(text: string): string {
  const given = text.trim();
  if (!ipaddr.isValid(given)) return 'unknown';
  const address = ipaddr.process(given);
  if (address.kind() === 'ipv4') return address.toString();
  return address.toByteArray().slice(0, 8).join('.');
}
