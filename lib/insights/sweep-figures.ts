import { log } from '@/lib/core/log';
import { inTransaction } from '@/lib/core/unit-of-work';
import { partsOf } from './rules';
import { keepDays, type Span, selectStale } from './store';

const MERCHANTS_AT_ONCE = 20;
/** … and in one round, so that a round ends. */
const MERCHANTS_A_ROUND = 500;
/** As many days in one commit as a large merchant's are counted in seconds. */
const DAYS_AT_ONCE = 7;
const TIMEOUT_MS = 60_000;

/**
 * Counts merchants' days that are over, the recent ones again once a day, and answers how many merchants
 * that were. One that cannot be counted is logged and keeps nobody else waiting. Safe with many workers:
 * counting twice gives the same.
 */
export async function sweepFigures(): Promise<number> {
  const failed: string[] = [];
  for (let counted = 0; ; ) {
    const stale = await selectStale({ most: MERCHANTS_AT_ONCE, without: failed });
    if (stale.length === 0 || counted + failed.length >= MERCHANTS_A_ROUND) return counted;
    for (const span of stale) {
      if (await keepAll(span)) counted += 1;
      else failed.push(span.merchantId);
    }
  }
}

async function keepAll(span: Span): Promise<boolean> {
  try {
    for (const days of partsOf(span, DAYS_AT_ONCE)) {
      await inTransaction((tx) => keepDays(tx, { ...span, ...days }), { timeoutMs: TIMEOUT_MS });
    }
    return true;
  } catch (error) {
    log().error({ error, merchantId: span.merchantId }, 'a merchant’s days cannot be counted');
    return false;
  }
}
