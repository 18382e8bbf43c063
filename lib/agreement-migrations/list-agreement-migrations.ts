import type { AgreementMigration } from './migration';
import { selectShownMigrations } from './store';

const SHOWN = 20;

/** The merchant's latest migrations, newest first. */
export const listAgreementMigrations = (merchantId: string): Promise<AgreementMigration[]> =>
  selectShownMigrations(merchantId, SHOWN);
