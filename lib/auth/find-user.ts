import { selectUser } from './store';
import { type CurrentUser, toUser } from './user';

/** A user by id, signed in or not. */
export async function findUser(userId: string): Promise<CurrentUser | undefined> {
  const row = await selectUser(userId);
  return row ? toUser(row) : undefined;
}
