import { createReadStream, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { namesIn } from '@/scripts/lib/files.mjs';
import { DATA_DIR } from '@/scripts/lib/paths.mjs';
import type { Recorded } from './recorder';

/** A piece of text and where it was found: what a hit says about itself. */
export interface Found {
  place: string;
  text: string;
}

/** All that the apps of a test run were asked and have answered. */
export async function* recordedPlaces(runDir: string): AsyncGenerator<Found> {
  for (const name of namesIn(runDir)) {
    if (/^recorded.*\.jsonl$/.test(name)) yield* recordedIn(path.join(runDir, name));
  }
}

async function* recordedIn(file: string): AsyncGenerator<Found> {
  for await (const line of createInterface({ input: createReadStream(file) })) {
    const { method, url, headers, body } = JSON.parse(line) as Recorded;
    const { pathname } = new URL(url, 'http://localhost');
    yield { place: `address ${method} ${pathname}`, text: url };
    for (const text of headers) yield { place: `header of ${method} ${pathname}`, text };
    if (body) yield { place: `answer to ${method} ${pathname}`, text: body };
  }
}

/** A log that was begun anew is still written to by whoever had it open. */
const LOGS = /^(app|worker|seed|notice-listener)\.log(\.1)?$/;

/** Every line that our own processes of this test run have written; the simulator's are its own. */
export function* loggedPlaces(): Generator<Found> {
  const logs = path.join(DATA_DIR, 'logs', 'test');
  for (const name of namesIn(logs).sort()) {
    const directory = path.join(logs, name);
    if (!statSync(directory).isDirectory()) continue;
    for (const log of namesIn(directory).filter((one) => LOGS.test(one))) {
      for (const text of readFileSync(path.join(directory, log), 'utf8').split('\n')) {
        yield { place: `log ${name}/${log}`, text };
      }
    }
  }
}

type Query = (text: string) => Promise<Record<string, unknown>[]>;

/** Every value of every column of every table, the queue's own included, as PostgreSQL writes it. */
export async function* storedPlaces(query: Query): AsyncGenerator<Found> {
  const tables = await query(
    `SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables
      WHERE schemaname NOT IN ('pg_catalog', 'information_schema') ORDER BY 1`,
  );
  for (const { name } of tables) {
    const rows = await query(
      `SELECT field.key, field.value::text AS text FROM ${name} t, jsonb_each(to_jsonb(t)) field
        WHERE jsonb_typeof(field.value) NOT IN ('null', 'boolean')`,
    );
    for (const { key, text } of rows) yield { place: `column ${name}.${key}`, text: String(text) };
  }
}
