import { adapterOf, isChannelConfigured } from '@/lib/channels/registry';
import { CONTRACT_CHANNELS, type ContractChannel } from '@/lib/contracts/contract';
import { listStatementContracts } from '@/lib/contracts/list-statement-contracts';
import { databaseNow } from '@/lib/core/clock';
import { importStatement } from './import-statement';
import { DAYS_BACK, daysToImport } from './rules';

/**
 * Imports the files of past clearing days that can be there by now and are not imported yet, oldest
 * first, for a week; answers how many. What is absent or unreadable is asked for again at the next
 * sweep. Safe with many workers.
 */
export async function sweepStatements(): Promise<number> {
  let imported = 0;
  for (const channel of CONTRACT_CHANNELS.filter(isChannelConfigured)) {
    imported += await importPast(channel);
  }
  return imported;
}

async function importPast(channel: ContractChannel): Promise<number> {
  const { statements } = adapterOf(channel);
  if (!statements) return 0;
  const { clearingDayOf, readyAt } = statements;
  const days = daysToImport({ now: await databaseNow(), clearingDayOf, readyAt });
  const numbers = await listStatementContracts({ channel, days: DAYS_BACK + 1 });
  let imported = 0;
  for (const under of numbers) {
    for (const day of days) {
      const result = await importStatement({ channel, day, under });
      if (result === 'imported') imported += 1;
      // Nobody answers: the next day's file would not come, either.
      if (result === 'unknown') break;
    }
  }
  return imported;
}
