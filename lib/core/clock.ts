import { present } from './assert';
import { db, type Tx } from './db';

/** The database's clock: the only one that decisions about time may use. */
export async function databaseNow(tx: Tx = db()): Promise<Date> {
  const rows = await tx.$queryRaw<{ now: Date }[]>`SELECT clock_timestamp()::timestamptz(3) AS now`;
  return present(rows[0], 'the clock').now;
}

/**
 * The moment that calendar days and periods go by: the same clock, unless a test has put another in its
 * place. Never compare it with a moment of `databaseNow`.
 */
export async function businessNow(tx: Tx = db()): Promise<Date> {
  const rows = await tx.$queryRaw<{ now: Date }[]>`SELECT business_now()::timestamptz(3) AS now`;
  return present(rows[0], 'the clock').now;
}
