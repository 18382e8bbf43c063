import { receiveAgreementMigration } from '@/lib/agreement-migrations/receive-agreement-migration';
import { piecesOf } from './migration-files';

/** Hands the file over for the merchant, and answers the migration as the API tells it. */
export async function handOver(
  merchantId: string,
  file: string | Uint8Array,
  idempotencyKey?: string,
) {
  const bytes = piecesOf(file);
  const given = { merchantId, requestedBy: 'key_test', bytes };
  const answer = await receiveAgreementMigration(
    idempotencyKey ? { ...given, idempotencyKey } : given,
  );
  return { ...answer, migration: JSON.parse(answer.body) as MigrationJson };
}

export interface MigrationJson {
  id: string;
  state: string;
  rows: number;
  signed: number;
  rejected: number;
}
