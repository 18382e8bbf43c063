import path from 'node:path';
import { pool } from '@/lib/core/db';
import { freePort } from '@/scripts/lib/free-port.mjs';
import { DATA_DIR } from '@/scripts/lib/paths.mjs';
import { createProcesses } from '@/scripts/lib/processes.mjs';
import { servicesOf } from '@/scripts/lib/services.mjs';
import { launchUntilReady } from '@/scripts/lib/supervise.mjs';
import { stackInfo } from '@/tests/support/browser-settings';
import { fromTestRun } from '@/tests/support/cluster';
import type { PaidBy, PayingAt } from '@/tests/support/paying-shopper';
import { type Cost, costOf, recordedPids } from '@/tests/support/process-cost';
import { startRoundRobin } from '@/tests/support/round-robin';

/** Of ten shoppers in a row: four pay from the balance, four by QuickPass, two by phone bill. */
const MIX: readonly PaidBy[] = [
  ...(['balance', 'quickpass', 'balance', 'quickpass', 'carrier'] as const),
  ...(['quickpass', 'balance', 'quickpass', 'balance', 'carrier'] as const),
];
export const methodOf = (number: number): PaidBy => MIX[number % MIX.length] ?? 'balance';

/** The cashier of this run, asked directly or by way of what stands before it. */
export function payingAt(by?: string): PayingAt {
  const { origin, sandboxOrigin, env } = stackInfo();
  const apiKey = env.DEMO_SHOP_API_KEY ?? '';
  return { origin, by, sandboxOrigin, apiKey, query: (text, values) => pool().query(text, values) };
}

/** A second app process beside the first, and what hands requests to both in turn. */
export async function startSecondApp() {
  const [runDir, port] = [fromTestRun('CASHIER_TEST_DIR'), await freePort()];
  const processes = createProcesses(path.join(runDir, 'processes.second.json'));
  const env = { ...(process.env as Record<string, string>), PORT: String(port) };
  const logDir = path.join(DATA_DIR, 'logs', 'test', 'second');
  const { app } = servicesOf(processes, env, { logDir, sameGroup: true });
  const child = await launchUntilReady(app, new AbortController().signal);
  const { origin } = stackInfo();
  const before = await startRoundRobin({ host: new URL(origin).host });
  before.serve([origin, `http://localhost:${port}`]);
  return {
    pid: child.pid,
    origin: before.origin,
    answered: () => [...before.answered().values()],
    async stop() {
      await before.close();
      await child.stop();
    },
  };
}

export type Part = 'app' | 'worker' | 'database' | 'simulator' | 'shoppers';
export type Costs = Record<Part, Cost>;

/** What each part of the run has cost so far; `more` are further processes of the app. */
export function costsNow(more: readonly number[] = []): Costs {
  const [stack, bed] = [recordedPids('bench'), recordedPids()];
  const sum = (...pids: (number | undefined)[]): Cost =>
    pids
      .map((pid) => costOf(pid ?? 0))
      .reduce((all, one) => ({
        cpuMs: all.cpuMs + one.cpuMs,
        rssBytes: all.rssBytes + one.rssBytes,
      }));
  const { user, system } = process.cpuUsage();
  return {
    app: sum(stack.get('app'), ...more),
    worker: sum(stack.get('worker')),
    database: sum(bed.get('postgres')),
    simulator: sum(stack.get('simulator')),
    shoppers: { cpuMs: (user + system) / 1_000, rssBytes: process.memoryUsage().rss },
  };
}

/** Processor time of the cashier itself between two looks: app, worker and database. */
export const cashierCpuMs = (from: Costs, to: Costs): number[] =>
  (['app', 'worker', 'database'] as const).map((part) => to[part].cpuMs - from[part].cpuMs);
