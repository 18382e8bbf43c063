import { PrismaPg } from '@prisma/adapter-pg';
import { Pool } from 'pg';
import { type Prisma, PrismaClient } from '@/prisma/generated/client';
import { env } from './env';

/** What stores take first: the open transaction, or the client itself for a single read. */
export type Tx = Prisma.TransactionClient;

const MOST_CONNECTIONS = 20;
/** Whoever gets no connection for so long is told so: a request that waits on holds others up, and nobody reads it. */
const LONGEST_WAIT_MS = 10_000;

interface Connections {
  pool: Pool;
  db: PrismaClient;
}

// Kept across hot reloads in development, where modules are evaluated again and again.
const kept = globalThis as { cashierConnections?: Connections };

function connections(): Connections {
  if (!kept.cashierConnections) {
    const pool = new Pool({
      connectionString: env().DATABASE_URL,
      max: MOST_CONNECTIONS,
      connectionTimeoutMillis: LONGEST_WAIT_MS,
    });
    // A server that ends an idle connection is not a reason to end ours: the next query reconnects.
    pool.on('error', () => undefined);
    kept.cashierConnections = {
      pool,
      db: new PrismaClient({
        adapter: new PrismaPg(pool),
        omit: {
          user: { passwordHash: true },
          customer: { paymentPasswordHash: true },
          linkKey: { sealedSecret: true },
          webhookEndpoint: { sealedSecret: true, previousSecret: true },
        },
      }) as PrismaClient,
    };
  }
  return kept.cashierConnections;
}

/** Prisma, for reads and for plain changes inside a unit of work. */
export const db = (): PrismaClient => connections().db;

/** How the connections of this process are used just now. */
export function poolUse(): { total: number; idle: number; waiting: number; most: number } {
  const { totalCount: total, idleCount: idle, waitingCount: waiting } = pool();
  return { total, idle, waiting, most: MOST_CONNECTIONS };
}

/** node-postgres, for the one-statement paths where speed counts. */
export const pool = (): Pool => connections().pool;

/** Ends all connections: for scripts, workers and tests that want to exit. */
export async function disconnect(): Promise<void> {
  const open = kept.cashierConnections;
  delete kept.cashierConnections;
  await open?.db.$disconnect();
  if (open && !open.pool.ended) await open.pool.end();
}
