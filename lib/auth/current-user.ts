import { readSessionCookie } from './session-cookie';
import { decodeSession, type SessionOf } from './session-token';
import { selectSessionUser } from './store';
import { type CurrentUser, toUser } from './user';

/** Who is signed in on this request, by the user's row as it is now; null for nobody. */
export async function currentUser(): Promise<CurrentUser | null> {
  const token = await readSessionCookie();
  const session = token ? await decodeSession(token) : undefined;
  return session ? findUserOfSession(session) : null;
}

/** The user, unless the session was ended since its token was made. */
export async function findUserOfSession(session: SessionOf): Promise<CurrentUser | null> {
  const row = await selectSessionUser(session);
  return row && toUser(row);
}
