import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fromTestRun } from './cluster';

/** What processes have cost so far, their children's share with it. */
export interface Cost {
  cpuMs: number;
  rssBytes: number;
}

/** Linux counts processor time in hundredths of a second, for programs. */
const MS_PER_TICK = 10;

/** What a process and everything that it has started cost: Linux only, as it is read from /proc. */
export function costOf(pid: number): Cost {
  const all = processTable();
  if (!all.has(pid)) throw new Error(`process ${pid} is gone, or this is not Linux`);
  const total: Cost = { cpuMs: 0, rssBytes: 0 };
  const members = [pid];
  for (const member of members) {
    const { ticks = 0, rssBytes = 0 } = all.get(member) ?? {};
    total.cpuMs += ticks * MS_PER_TICK;
    total.rssBytes += rssBytes;
    for (const [child, { parent }] of all) if (parent === member) members.push(child);
  }
  return total;
}

interface Row {
  parent: number;
  /** Its own, and those of children that have ended. */
  ticks: number;
  rssBytes: number;
}

function processTable(): Map<number, Row> {
  const rows = new Map<number, Row>();
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    const row = readRow(name);
    if (row) rows.set(Number(name), row);
  }
  return rows;
}

/** undefined: it has ended meanwhile. */
function readRow(pid: string): Row | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // Its name stands in brackets and may hold anything.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const [, resident = '0'] =
      readFileSync(`/proc/${pid}/status`, 'utf8').match(/VmRSS:\s+(\d+)/) ?? [];
    const ticks = fields.slice(11, 15).reduce((sum, field) => sum + Number(field), 0);
    return { parent: Number(fields[1]), ticks, rssBytes: Number(resident) * 1024 };
  } catch {
    return undefined;
  }
}

/** The processes that the test run, or a cashier of this name in it, has on record. */
export function recordedPids(cashier?: string): ReadonlyMap<string, number> {
  const file = ['processes', cashier, 'json'].filter(Boolean).join('.');
  const text = readFileSync(path.join(fromTestRun('CASHIER_TEST_DIR'), file), 'utf8');
  const recorded: { name: string; pid: number }[] = JSON.parse(text);
  return new Map(recorded.map(({ name, pid }) => [name, pid]));
}
