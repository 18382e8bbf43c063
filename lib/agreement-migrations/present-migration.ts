import type { AgreementMigration } from './migration';
import type { MigrationAnswer } from './schema';

/** A migration as the merchant API shows it. */
export const presentMigration = (migration: AgreementMigration): MigrationAnswer => ({
  id: migration.id,
  state: migration.state,
  rows: migration.rows,
  signed: migration.signed,
  rejected: migration.rejected,
  created_at: migration.createdAt.toISOString(),
  started_at: migration.startedAt?.toISOString() ?? null,
  finished_at: migration.finishedAt?.toISOString() ?? null,
});
