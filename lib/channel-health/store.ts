import { db } from '@/lib/core/db';
import { Prisma } from '@/prisma/generated/client';
import type { Called, ChannelHealth } from './health';
import { BREAKER, keptOperation, operationOf, RATED_MINUTES } from './rules';

const isOperation = (called: Called): Prisma.Sql =>
  Prisma.sql`channel = ${called.channel}::channel AND operation = ${keptOperation(called)}`;

/**
 * What is counted may be lost in a crash of the database: not waiting for the disk keeps the row,
 * which every caller of this minute shares, locked for next to no time.
 */
const unhurried = Prisma.sql`set_config('synchronous_commit', 'off', true)`;

/**
 * One more answer, in one statement: who was failing is well again. An open breaker closes only once
 * its pause is over, so that a late answer to an old call does not end it early.
 */
export async function countAnswer(called: Called): Promise<void> {
  await db().$executeRaw`
    WITH counted AS (
      INSERT INTO channel_call_counts AS c (channel, operation, minute, answered)
      SELECT ${called.channel}::channel, ${keptOperation(called)}, date_trunc('minute', clock_timestamp()), 1
        FROM ${unhurried}
      ON CONFLICT (channel, operation, minute) DO UPDATE SET answered = c.answered + 1)
    UPDATE channel_breakers
       SET state = 'closed', failures = 0, probe_at = NULL, updated_at = clock_timestamp()
     WHERE ${isOperation(called)}
       AND CASE state WHEN 'closed' THEN failures > 0
                      WHEN 'open' THEN probe_at <= clock_timestamp()
                      ELSE true END`;
}

/** One more failure, in one statement. */
export async function countFailure(called: Called): Promise<void> {
  await db().$executeRaw`
    WITH counted AS (
      INSERT INTO channel_call_counts AS c (channel, operation, minute, failed)
      SELECT ${called.channel}::channel, ${keptOperation(called)}, date_trunc('minute', clock_timestamp()), 1
        FROM ${unhurried}
      ON CONFLICT (channel, operation, minute) DO UPDATE SET failed = c.failed + 1)
    INSERT INTO channel_breakers AS b (channel, operation, failures)
    VALUES (${called.channel}::channel, ${keptOperation(called)}, 1)
    ON CONFLICT (channel, operation) DO UPDATE
      SET failures = b.failures + 1, updated_at = clock_timestamp() WHERE b.state = 'closed'`;
}

/**
 * Opens the breaker if there is reason to; of many callers at once one does. While the pause lasts,
 * old calls that fail make it no longer; what failed before the last opening is not held against the
 * channel again.
 */
export async function openBreaker(called: Called): Promise<boolean> {
  const atFirst = Prisma.sql`${BREAKER.failuresToOpen}::int`;
  const failures = Prisma.sql`CASE state WHEN 'closed' THEN ${atFirst} ELSE failures + 1 END`;
  const opened = await db().$executeRaw`
    UPDATE channel_breakers b
       SET state = 'open', opened_at = clock_timestamp(), updated_at = clock_timestamp(),
           failures = ${failures},
           probe_at = clock_timestamp() + make_interval(secs => least(
             ${BREAKER.firstPauseSeconds}::int * 2 ^ least((${failures}) - ${atFirst}, 10),
             ${BREAKER.longestPauseSeconds}::int))
     WHERE ${isOperation(called)}
       AND CASE state
         WHEN 'half_open' THEN true
         WHEN 'open' THEN probe_at <= clock_timestamp()
         ELSE failures >= ${atFirst} OR EXISTS (
           SELECT FROM channel_call_counts c
            WHERE c.channel = b.channel AND c.operation = b.operation
              AND c.minute > clock_timestamp() - make_interval(mins => ${BREAKER.judgedMinutes}::int)
              AND c.minute > coalesce(b.opened_at, '-infinity')
           HAVING sum(answered + failed) >= ${BREAKER.leastCallsToJudge}::int
              AND sum(failed) * 2 > sum(answered + failed)) END`;
  return opened === 1;
}

/** What two people have agreed on holds until it ends, by the database's clock. */
const HELD = Prisma.sql`
  SELECT DISTINCT ON (channel, operation) channel, operation, force FROM breaker_overrides
   WHERE confirmed_by IS NOT NULL AND ended_at IS NULL AND ends_at > clock_timestamp()
   ORDER BY channel, operation, confirmed_at DESC`;

/** True for the one caller who may try; nobody else may until the probe is answered or got lost. */
export async function takeProbe(called: Called): Promise<boolean> {
  const taken = await db().$executeRaw`
    UPDATE channel_breakers
       SET state = 'half_open', updated_at = clock_timestamp(),
           probe_at = clock_timestamp() + make_interval(secs => ${BREAKER.probeSeconds}::int)
     WHERE ${isOperation(called)}
       AND state <> 'closed' AND probe_at <= clock_timestamp()
       AND NOT EXISTS (SELECT FROM (${HELD}) h WHERE ${isOperation(called)} AND h.force = 'open')`;
  return taken === 1;
}

/** Every operation that was called in the last minutes, is held, or whose breaker has ever been needed. */
export const HEALTH = Prisma.sql`
  SELECT channel::text AS channel, operation,
         coalesce(h.force::text, b.state::text, 'closed') AS state, h.force::text AS forced,
         coalesce(h.force IS NULL AND b.state <> 'closed' AND b.probe_at <= clock_timestamp(), false) AS "probeDue",
         coalesce(c.calls, 0)::int AS calls, c.answered::float8 / c.calls AS "successRate"
    FROM channel_breakers b
    FULL JOIN (SELECT channel, operation, sum(answered) AS answered, sum(answered + failed) AS calls
                 FROM channel_call_counts
                WHERE minute > clock_timestamp() - make_interval(mins => ${RATED_MINUTES}::int)
                GROUP BY channel, operation) c USING (channel, operation)
    FULL JOIN (${HELD}) h USING (channel, operation)
   ORDER BY channel::text, operation`;

export type HealthRow = Omit<ChannelHealth, 'operation'> & { operation: string };

export const toHealth = ({ operation, ...row }: HealthRow): ChannelHealth => ({
  ...row,
  ...operationOf(operation),
});

export const selectHealth = async (): Promise<ChannelHealth[]> =>
  (await db().$queryRaw<HealthRow[]>(HEALTH)).map(toHealth);

/** Answers how many are gone. */
export const deleteOldCounts = (): Promise<number> => db().$executeRaw`
  DELETE FROM channel_call_counts WHERE minute < clock_timestamp() - interval '1 day'`;
