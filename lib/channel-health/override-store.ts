import { db, type Tx } from '@/lib/core/db';
import type { Prisma } from '@/prisma/generated/client';
import type { CalledChannel } from './health';
import type { BreakerOverride } from './override';
import { keptOperation, operationOf } from './rules';

const COLUMNS = {
  id: true,
  channel: true,
  operation: true,
  force: true,
  reason: true,
  proposedBy: true,
  proposedAt: true,
  confirmedBy: true,
  endsAt: true,
} satisfies Prisma.BreakerOverrideSelect;

const toOverride = ({
  channel,
  operation,
  ...row
}: Prisma.BreakerOverrideGetPayload<{ select: typeof COLUMNS }>): BreakerOverride => ({
  ...row,
  // Written by this module only.
  channel: channel as CalledChannel,
  ...operationOf(operation),
});

/** What holds or waits for a second person, by the database's clock, the newest first. */
export async function selectOverrides(tx: Tx = db()): Promise<BreakerOverride[]> {
  const open = await tx.$queryRaw<{ id: string }[]>`
    SELECT id FROM breaker_overrides WHERE ended_at IS NULL AND ends_at > clock_timestamp()`;
  const rows = await tx.breakerOverride.findMany({
    where: { id: { in: open.map(({ id }) => id) } },
    orderBy: [{ proposedAt: 'desc' }, { id: 'desc' }],
    select: COLUMNS,
  });
  return rows.map(toOverride);
}

export async function insertOverride(
  tx: Tx,
  {
    minutes,
    ...override
  }: Omit<BreakerOverride, 'proposedAt' | 'confirmedBy' | 'endsAt'> & { minutes: number },
): Promise<void> {
  const { id, channel, force, reason, proposedBy } = override;
  await tx.$executeRaw`
    INSERT INTO breaker_overrides (id, channel, operation, force, reason, proposed_by, ends_at)
    VALUES (${id}, ${channel}::channel, ${keptOperation(override)}, ${force}::breaker_force, ${reason},
            ${proposedBy}, clock_timestamp() + make_interval(mins => ${minutes}::int))`;
}

/** False when it is over, ended or confirmed already. */
export async function confirm(tx: Tx, { id, by }: { id: string; by: string }): Promise<boolean> {
  const confirmed = await tx.$executeRaw`
    UPDATE breaker_overrides SET confirmed_by = ${by}, confirmed_at = clock_timestamp()
     WHERE id = ${id} AND confirmed_by IS NULL AND ended_at IS NULL AND ends_at > clock_timestamp()`;
  return confirmed === 1;
}

/** An earlier one of the same breaker gives way to one that was just agreed on. */
export async function endOthers(tx: Tx, { id, by }: { id: string; by: string }): Promise<void> {
  await tx.$executeRaw`
    UPDATE breaker_overrides o SET ended_by = ${by}, ended_at = clock_timestamp()
      FROM breaker_overrides n
     WHERE n.id = ${id} AND o.id <> n.id AND o.channel = n.channel AND o.operation = n.operation
       AND o.confirmed_by IS NOT NULL AND o.ended_at IS NULL`;
}

/** False when it is over already. */
export async function endOne(tx: Tx, { id, by }: { id: string; by: string }): Promise<boolean> {
  const ended = await tx.$executeRaw`
    UPDATE breaker_overrides SET ended_by = ${by}, ended_at = clock_timestamp()
     WHERE id = ${id} AND ended_at IS NULL AND ends_at > clock_timestamp()`;
  return ended === 1;
}
