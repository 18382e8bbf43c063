/** Runs one statement on the database of a test. */
type Query = (sql: string) => Promise<unknown>;

const CLOCK = `RETURNS timestamptz LANGUAGE sql VOLATILE PARALLEL SAFE`;

/**
 * The clock that calendar days and periods go by, put ahead (or back) and running on from there. Only
 * what asks business_now() sees it. Give it back after the test: others share the database.
 */
export function fakeClock(query: Query) {
  return {
    /** "2027-04-01T10:00", in Beijing. */
    async setTo(moment: string): Promise<void> {
      const at = `timestamptz '${moment}+08:00'`;
      await query('CREATE SCHEMA IF NOT EXISTS rehearsal');
      await query(
        'CREATE TABLE IF NOT EXISTS rehearsal.clock (id int PRIMARY KEY, ahead interval NOT NULL)',
      );
      // In one statement: the app may be asking at this very moment.
      await query(`INSERT INTO rehearsal.clock SELECT 1, ${at} - clock_timestamp()
        ON CONFLICT (id) DO UPDATE SET ahead = excluded.ahead`);
      await query(`CREATE OR REPLACE FUNCTION business_now() ${CLOCK}
        AS $$ SELECT clock_timestamp() + (SELECT ahead FROM rehearsal.clock) $$`);
    },
    async giveBack(): Promise<void> {
      await query(
        `CREATE OR REPLACE FUNCTION business_now() ${CLOCK} AS $$ SELECT clock_timestamp() $$`,
      );
      await query('DROP SCHEMA IF EXISTS rehearsal CASCADE');
    },
  };
}
