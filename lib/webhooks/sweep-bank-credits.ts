import type { BankCredit } from '@/lib/channels/payout-port';
import { payoutAdapter } from '@/lib/channels/registry';
import { databaseNow } from '@/lib/core/clock';
import { log } from '@/lib/core/log';
import { findBookedCredits } from '@/lib/virtual-accounts/find-booked-credits';
import { selectSweptThrough, setSweptThrough } from './bank-credit-store';
import { settleBankCredit } from './settle-bank-credit';

const FIRST_LOOK_BACK_MS = 24 * 3_600_000;
/** A movement may appear at the bank a little after the time it bears. */
const OVERLAP_MS = 10 * 60_000;

/**
 * Asks the bank what came in since the last look, less an overlap, and books what no notice told:
 * notices get lost, and the bank stops repeating them. How far it has looked stands in the database,
 * so that nothing is missed however long no worker ran. Answers how many credits were new.
 */
export async function sweepBankCredits(): Promise<number> {
  const through = await selectSweptThrough();
  const since = new Date(
    through ? through.getTime() - OVERLAP_MS : (await databaseNow()).getTime() - FIRST_LOOK_BACK_MS,
  );
  const failures: unknown[] = [];
  let found = 0;
  let after: string | undefined;
  do {
    const page = await payoutAdapter().listCredits({ since, ...(after && { after }) });
    if (page.kind === 'unknown') {
      const { cause, evidence } = page;
      log().warn({ cause, evidence }, 'the bank did not list its credits');
      break;
    }
    found += await bookPage(page.credits, failures);
    const last = page.credits.at(-1);
    // Only once all before it is booked: what failed is looked at again.
    if (last && failures.length === 0) await setSweptThrough(last.at);
    // A page that leads to itself would be read for ever.
    after = last && page.next !== after ? (page.next ?? undefined) : undefined;
  } while (after);
  if (failures.length > 0) throw new AggregateError(failures, 'credits that could not be booked');
  return found;
}

/** Books those that nobody has booked; one that fails holds up none of the others. */
async function bookPage(credits: readonly BankCredit[], failures: unknown[]): Promise<number> {
  const booked = await findBookedCredits(credits.map((credit) => credit.bankReference));
  let found = 0;
  for (const credit of credits) {
    if (booked.has(credit.bankReference)) continue;
    try {
      const result = await settleBankCredit(credit);
      if (result === 'credited' || result === 'suspense') found += 1;
    } catch (error) {
      failures.push(error);
    }
  }
  return found;
}
