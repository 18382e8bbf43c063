import { pool } from '@/lib/core/db';

/**
 * Lets the database itself refuse what is written into a table, with an error of this SQLSTATE, for the first so many
 * times: a sequence counts, as it keeps its count through what is undone.
 * @param of.when a condition on NEW, so that only rows of this test meet it
 * @returns takes it away again
 */
export async function troubleAt(
  table: string,
  of: { state: string; times: number; when?: string },
): Promise<() => Promise<void>> {
  const { state, times, when = 'true' } = of;
  const name = `trouble_${state.toLowerCase()}_${table}`;
  const drop = `DROP TRIGGER IF EXISTS ${name} ON ${table}; DROP FUNCTION IF EXISTS ${name}(); DROP SEQUENCE IF EXISTS ${name}_met;`;
  await pool().query(`${drop}
    CREATE SEQUENCE ${name}_met;
    CREATE FUNCTION ${name}() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
      IF nextval('${name}_met') <= ${times} THEN RAISE EXCEPTION 'trouble of the server' USING ERRCODE = '${state}'; END IF;
      RETURN NEW;
    END $$;
    CREATE TRIGGER ${name} BEFORE INSERT OR UPDATE ON ${table} FOR EACH ROW WHEN (${when}) EXECUTE FUNCTION ${name}();`);
  return async () => void (await pool().query(drop));
}
