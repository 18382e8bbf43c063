import { writeSync } from 'node:fs';
import { disconnect } from '@/lib/core/db';
import { postAtOnce } from '@/lib/ledger/post-at-once';
import { cny } from '@/lib/money/money';

const CALLERS = 64;

/**
 * `node --import tsx post-many.ts <prefix> <count>`: books so many one-fen payments by many callers, and says
 * the number of each on standard output once, and only when, it is acknowledged.
 */
async function run(prefix: string, count: number): Promise<void> {
  let next = 0;
  const caller = async () => {
    for (let number = next++; number < count; number = next++) {
      await postAtOnce({
        event: 'balance_payment',
        entryKey: `${prefix}:${number}`,
        businessRef: `${prefix}:${number}`,
        amount: cny(1n),
        customerId: `cus_crash_${number % 50}`,
        merchantId: `mer_${prefix}`,
      });
      say(`${number}\n`);
    }
  };
  await Promise.all(Array.from({ length: CALLERS }, caller));
  await disconnect();
}

/** Straight to the descriptor: what the process has said survives its death. A full pipe is tried again. */
function say(line: string): void {
  for (;;) {
    try {
      writeSync(1, line);
      return;
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EAGAIN')) throw error;
    }
  }
}

void run(process.argv[2] ?? '', Number(process.argv[3]));
