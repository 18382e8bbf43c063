import { present } from '@/lib/core/assert';
import { db, pool, type Tx } from '@/lib/core/db';
import { okOf, type SqlAnswer } from '@/lib/core/sql-answer';
import { cny, type Money } from '@/lib/money/money';
import type { EntryJson } from './entry';
import type { Hold } from './hold';

/** What place_hold reads; the amount travels as text, so that no float ever sees it. */
export interface HoldJson {
  id: string;
  holdKey: string;
  accountId: string;
  amountMinor: string;
  businessRef: string;
  reason: string;
  expiresAt?: string;
}

/** try_hold answers a refusal as data, so the caller's transaction stays usable after the throw. */
async function tryHold<Ok>(
  tx: Tx,
  action: 'place' | 'capture' | 'release',
  holdId: string | null,
  details: HoldJson | EntryJson | null,
): Promise<Ok> {
  const json = details && JSON.stringify(details);
  const rows = await tx.$queryRaw<{ answer: SqlAnswer<Ok> }[]>`
    SELECT try_hold(${action}, ${holdId}, ${json}::jsonb) AS answer`;
  const facts: Record<string, string> = holdId ? { action, holdId } : { action };
  return okOf(present(rows[0], 'the answer of try_hold').answer, facts);
}

export const insertHold = (tx: Tx, hold: HoldJson): Promise<string> =>
  tryHold(tx, 'place', null, hold);

export const captureFromHold = (
  tx: Tx,
  holdId: string,
  entry: EntryJson,
): Promise<'posted' | 'repeated'> => tryHold(tx, 'capture', holdId, entry);

export const endHold = async (tx: Tx, holdId: string): Promise<void> => {
  await tryHold(tx, 'release', holdId, null);
};

export async function endDueHolds(most: number): Promise<number> {
  const { rows } = await pool().query<{ ended: number }>('SELECT expire_holds($1) AS ended', [
    most,
  ]);
  return present(rows[0], 'the answer of expire_holds').ended;
}

/** Money that is kept for one purpose. */
export interface OpenHold {
  id: string;
  businessRef: string;
  reason: string;
  amount: Money;
  /** What is not yet captured. */
  left: Money;
  expiresAt: Date | null;
  createdAt: Date;
}

export async function selectOpenHolds(accountId: string): Promise<OpenHold[]> {
  const rows = await db().ledgerHold.findMany({
    where: { accountId, state: 'held' },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    select: {
      id: true,
      businessRef: true,
      reason: true,
      amountMinor: true,
      capturedMinor: true,
      expiresAt: true,
      createdAt: true,
    },
  });
  return rows.map(({ amountMinor, capturedMinor, ...hold }) => ({
    ...hold,
    amount: cny(amountMinor),
    left: cny(amountMinor - capturedMinor),
  }));
}

export async function selectHold(tx: Tx, id: string): Promise<Hold | undefined> {
  const row = await tx.ledgerHold.findUnique({
    where: { id },
    select: {
      id: true,
      holdKey: true,
      amountMinor: true,
      state: true,
      createdAt: true,
      endedAt: true,
    },
  });
  if (!row) return undefined;
  const { amountMinor, ...hold } = row;
  return { ...hold, amount: cny(amountMinor) };
}
