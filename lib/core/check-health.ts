import { setTimeout as pause } from 'node:timers/promises';
import { databaseNow } from './clock';
import { log } from './log';

const PATIENCE_MS = 2_000;

/** Does the database answer, and soon? */
export async function checkHealth(): Promise<boolean> {
  const answered = databaseNow().then(
    () => true,
    (error: unknown) => {
      log().warn({ error }, 'the database does not answer');
      return false;
    },
  );
  return Promise.race([answered, pause(PATIENCE_MS, false, { ref: false })]);
}
