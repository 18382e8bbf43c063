import { claimsOf, encodeSession } from '@/lib/auth/session-token';
import { readTree } from '@/tests/tidy/tree';

/** The cookie of somebody who has signed in; of nobody unless told who. */
export async function sessionCookie(who?: {
  role: 'merchant' | 'office';
  id: string;
}): Promise<string> {
  if (!who) return '';
  return `next-auth.session-token=${await encodeSession(claimsOf({ ...who, tokenVersion: 0 }))}`;
}

/** Every page and route of a room, by its place in there. */
export const doorsOf = (room: 'merchant' | 'office'): string[] =>
  readTree(`app/(${room})/${room}`)
    .map(({ path }) => path)
    .filter((path) => /(^|\/)(page\.tsx|route\.ts)$/.test(path))
    .sort();

/** The address of one of these, below the room's own. */
export const addressOf = (door: string, { at }: { at?: string }): string =>
  at ?? door.replace(/\/?(page\.tsx|route\.ts)$/, '');

export function askAt(
  room: string,
  path: string,
  { cookie, body }: { cookie: string; body?: FormData | undefined },
): Promise<Response> {
  return fetch(path === '' ? room : `${room}/${path}`, {
    method: body ? 'POST' : 'GET',
    headers: { cookie, 'sec-fetch-site': 'same-origin' },
    redirect: 'manual',
    ...(body ? { body } : {}),
  });
}

/** Whether they were let in; a page, a route and an upload each say no in their own way. */
export async function answerAt(
  room: string,
  path: string,
  { cookie, post = false }: { cookie: string; post?: boolean | undefined },
): Promise<string> {
  const body = post ? new FormData() : undefined;
  const { status, headers } = await askAt(room, path, { cookie, body });
  const to = headers.get('location') ?? '';
  if (status === 401 || to.includes('/sign-in/staff') || to.includes('sign_in_required')) {
    return 'sign in';
  }
  if (status === 403 || /not-permitted|not_permitted/.test(to)) return 'may not';
  return [200, 303, 404].includes(status) ? 'may' : `${status} ${to}`;
}
