import { setTimeout as pause } from 'node:timers/promises';
import PgBoss from 'pg-boss';
import { sweepAgreementMigrations } from '@/lib/agreement-migrations/sweep-agreement-migrations';
import { sweepSignings } from '@/lib/agreements/sweep-signings';
import { sweepRequests } from '@/lib/api/sweep-requests';
import { sweepCatalogueLeftovers } from '@/lib/carriers/sweep-catalogue-leftovers';
import { sweepCallCounts } from '@/lib/channel-health/sweep-call-counts';
import { sweepEncryptionCertificates } from '@/lib/contracts/sweep-encryption-certificates';
import { env } from '@/lib/core/env';
import { log } from '@/lib/core/log';
import { sweepFigures } from '@/lib/insights/sweep-figures';
import { closePastDays } from '@/lib/ledger/close-past-days';
import { expireHolds } from '@/lib/ledger/expire-holds';
import { sumInternalAccounts } from '@/lib/ledger/sum-internal-accounts';
import { sweepAnswers } from '@/lib/merchants/sweep-answers';
import { expireOrders } from '@/lib/orders/expire-orders';
import { sweepAttempts } from '@/lib/payments/sweep-attempts';
import { sweepPayouts } from '@/lib/payouts/sweep-payouts';
import { sweepStatements } from '@/lib/reconciliation/sweep-statements';
import { expireRefundCases } from '@/lib/refund-cases/expire-refund-cases';
import { forgetDonePayees } from '@/lib/refund-cases/forget-done-payees';
import { sendDueTransfers } from '@/lib/refund-cases/send-due-transfers';
import { sweepRefundCases } from '@/lib/refund-cases/sweep-refund-cases';
import { sweepQueuedRefunds } from '@/lib/refunds/sweep-queued-refunds';
import { sweepRefunds } from '@/lib/refunds/sweep-refunds';
import { sweepSettlements } from '@/lib/settlement/sweep-settlements';
import { sweepSubscriptionPayments } from '@/lib/subscriptions/sweep-subscription-payments';
import { sweepSubscriptions } from '@/lib/subscriptions/sweep-subscriptions';
import { sweepPresences } from '@/lib/support/sweep-presences';
import { relayOutbox } from '@/lib/webhooks/relay-outbox';
import { sweepBankCredits } from '@/lib/webhooks/sweep-bank-credits';
import { sweepDeliveries } from '@/lib/webhooks/sweep-deliveries';
import { sweepEndpointProbes } from '@/lib/webhooks/sweep-endpoint-probes';
import { sweepNotices } from '@/lib/webhooks/sweep-notices';
import { type Loop, runLoop } from './loop';
import { prepareQueues } from './prepare-queues';
import { JOBS } from './registry';
import { workQueue } from './work-queue';

export interface Workers {
  stop(): Promise<void>;
}

const RELAY_MS = 300;
/** What is due by the clock or got lost; each claims its rows, so any number may sweep at once. */
const SWEEPS: { name: string; everyMs: number; sweep: () => Promise<number> }[] = [
  { name: 'expire-orders', everyMs: 2_000, sweep: expireOrders },
  { name: 'sweep-attempts', everyMs: 1_000, sweep: sweepAttempts },
  { name: 'sweep-payouts', everyMs: 1_000, sweep: sweepPayouts },
  { name: 'sweep-refunds', everyMs: 1_000, sweep: sweepRefunds },
  { name: 'sweep-queued-refunds', everyMs: 5_000, sweep: sweepQueuedRefunds },
  { name: 'send-due-transfers', everyMs: 1_000, sweep: sendDueTransfers },
  { name: 'sweep-refund-cases', everyMs: 60_000, sweep: sweepRefundCases },
  { name: 'expire-refund-cases', everyMs: 60_000, sweep: expireRefundCases },
  { name: 'forget-done-payees', everyMs: 600_000, sweep: forgetDonePayees },
  { name: 'sweep-subscriptions', everyMs: 1_000, sweep: sweepSubscriptions },
  { name: 'sweep-subscription-payments', everyMs: 30_000, sweep: sweepSubscriptionPayments },
  { name: 'sweep-signings', everyMs: 2_000, sweep: sweepSignings },
  { name: 'sweep-agreement-migrations', everyMs: 5_000, sweep: sweepAgreementMigrations },
  { name: 'sweep-figures', everyMs: 600_000, sweep: sweepFigures },
  { name: 'sweep-settlements', everyMs: 60_000, sweep: sweepSettlements },
  { name: 'sweep-statements', everyMs: 900_000, sweep: sweepStatements },
  {
    name: 'sweep-encryption-certificates',
    everyMs: 900_000,
    sweep: sweepEncryptionCertificates,
  },
  { name: 'sum-internal-accounts', everyMs: 1_000, sweep: sumInternalAccounts },
  { name: 'expire-holds', everyMs: 2_000, sweep: expireHolds },
  { name: 'close-past-days', everyMs: 60_000, sweep: closePastDays },
  { name: 'sweep-deliveries', everyMs: 10_000, sweep: sweepDeliveries },
  { name: 'sweep-endpoint-probes', everyMs: 60_000, sweep: sweepEndpointProbes },
  { name: 'sweep-bank-credits', everyMs: 60_000, sweep: sweepBankCredits },
  { name: 'sweep-call-counts', everyMs: 600_000, sweep: sweepCallCounts },
  {
    name: 'sweep-catalogue-leftovers',
    everyMs: 600_000,
    sweep: sweepCatalogueLeftovers,
  },
  { name: 'sweep-notices', everyMs: 30_000, sweep: sweepNotices },
  { name: 'sweep-answers', everyMs: 60_000, sweep: sweepAnswers },
  { name: 'sweep-requests', everyMs: 60_000, sweep: sweepRequests },
  { name: 'sweep-presences', everyMs: 600_000, sweep: sweepPresences },
];
const MAINTENANCE_SECONDS = 5;
const MOST_DRAIN_MS = 25_000;

/**
 * Starts everything that runs beside the requests: jobs, the outbox relay and the sweeps. Any number
 * of processes may do so over one database. Stopping takes in nothing new and lets what is under
 * way finish; what takes too long comes back to another worker when its job expires.
 */
export async function startWorkers(): Promise<Workers> {
  const connectionString = env().DATABASE_URL;
  await prepareQueues(connectionString);
  const boss = new PgBoss({
    connectionString,
    application_name: 'cashier-workers',
    max: 4,
    migrate: false,
    schedule: false,
    // How soon a job whose worker was killed is noticed once it has expired.
    maintenanceIntervalSeconds: MAINTENANCE_SECONDS,
    archiveCompletedAfterSeconds: 3_600,
    archiveFailedAfterSeconds: 7 * 86_400,
    deleteAfterDays: 7,
  });
  boss.on('error', (error) => log().error({ error }, 'the job queue has a problem'));
  await boss.start();

  const loops: Loop[] = [];
  // One piece of work is often the next one's cause: look everywhere at once.
  const wakeAll = (): void => {
    for (const loop of loops) loop.wake();
  };
  const working = async (work: () => Promise<number>): Promise<boolean> => {
    const found = (await work()) > 0;
    if (found) wakeAll();
    return found;
  };
  const queues = Object.entries(JOBS).map(([name, kind]) => workQueue(boss, name, kind, wakeAll));
  const relay = runLoop('relay-outbox', RELAY_MS, () => working(relayOutbox));
  loops.push(relay, ...queues);
  const sweeps = SWEEPS.map(({ name, everyMs, sweep }) =>
    runLoop(name, everyMs, async () => {
      await working(sweep);
      return false;
    }),
  );

  return {
    async stop() {
      await Promise.all([relay, ...sweeps].map((loop) => loop.stop()));
      const drained = Promise.all(queues.map((queue) => queue.stop()));
      await Promise.race([drained, pause(MOST_DRAIN_MS, undefined, { ref: false })]);
      await boss.stop({ graceful: false });
    },
  };
}
