import { Refusal } from '@/lib/core/errors';
import type { AgreementMigration } from './migration';
import { selectShownMigration } from './store';

/** The merchant's own migration. Refusal: not_found (also for another merchant's). */
export async function getAgreementMigration(which: {
  merchantId: string;
  migrationId: string;
}): Promise<AgreementMigration> {
  const found = await selectShownMigration(which);
  if (!found) throw new Refusal('not_found', { migrationId: which.migrationId.slice(0, 40) });
  return found;
}
