import { present } from './assert';
import { db, type Tx } from './db';

/** The database's clock: the only one that decisions about time may use. */
export async function databaseNow(tx: Tx = db()): Promise<Date> {
  const rows = await tx.$queryRaw<{ now: Date }[]>`SELECT clock_timestamp()::timestamptz(3) AS now`;
  return present(rows[0], 'the clock').now;
}
