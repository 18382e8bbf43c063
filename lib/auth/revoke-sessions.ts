import { raiseTokenVersion } from './store';

/** Ends every session of the user at once, on every device. */
export async function revokeSessions({ userId }: { userId: string }): Promise<void> {
  await raiseTokenVersion(userId);
}
