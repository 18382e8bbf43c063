import { pool } from '@/lib/core/db';

/** What the database answers to somebody who writes to it by hand: the constraint's name, or the code. */
export const byHand = (sql: string, values: unknown[]): Promise<string> =>
  pool()
    .query(sql, values)
    .then(
      () => 'fine',
      (error: { code: string; constraint?: string }) => error.constraint ?? error.code,
    );
