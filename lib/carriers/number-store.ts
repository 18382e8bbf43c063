import { present } from '@/lib/core/assert';
import { db } from '@/lib/core/db';
import type { KeptLookup, NumberRange } from './number-rules';

/** All that is known here about one number: its range (the longest prefix), and what a carrier said. */
export async function selectNumber(given: {
  digits: string;
  phoneHash: string;
}): Promise<{ range?: NumberRange; lookup?: KeptLookup & { fresh: boolean } }> {
  const { digits, phoneHash } = given;
  const rows = await db().$queryRaw<Found[]>`
    SELECT r.carrier::text AS "rangeCarrier", r.province AS "rangeProvince",
           l.phone_hash IS NOT NULL AS known, l.carrier::text AS carrier, l.province, l.ported,
           l.expires_at > clock_timestamp() AS fresh
      FROM (SELECT) one
      LEFT JOIN LATERAL (
        SELECT carrier, province FROM carrier_number_ranges
         WHERE prefix IN (SELECT left(${digits}, n) FROM generate_series(3, 7) n)
         ORDER BY length(prefix) DESC LIMIT 1) r ON true
      LEFT JOIN carrier_lookups l ON l.phone_hash = ${phoneHash}`;
  const { rangeCarrier, rangeProvince, known, ...lookup } = present(rows[0], 'the one row');
  return {
    ...(rangeCarrier && { range: { carrier: rangeCarrier, province: rangeProvince } }),
    ...(known && { lookup }),
  };
}

type Found = KeptLookup & {
  rangeCarrier: NumberRange['carrier'] | null;
  rangeProvince: string | null;
  known: boolean;
  fresh: boolean;
};

/** Keeps what a carrier said for so many hours; the newest word stands. */
export async function keepLookup(
  word: KeptLookup & { phoneHash: string; hours: number },
): Promise<void> {
  await db().$executeRaw`
    INSERT INTO carrier_lookups (phone_hash, carrier, province, ported, expires_at)
    VALUES (${word.phoneHash}, ${word.carrier}::carrier, ${word.province}, ${word.ported},
            clock_timestamp() + make_interval(hours => ${word.hours}::int))
    ON CONFLICT (phone_hash) DO UPDATE
      SET carrier = excluded.carrier, province = excluded.province, ported = excluded.ported,
          expires_at = excluded.expires_at`;
}

/** Words that were not asked for again in so many days; answers how many went. */
export const deleteOldLookups = (days: number): Promise<number> => db().$executeRaw`
  DELETE FROM carrier_lookups WHERE expires_at < clock_timestamp() - make_interval(days => ${days}::int)`;
