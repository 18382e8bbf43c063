import { otherMethods } from '@/app/_server/no-call';
import { readRoute } from '@/app/_server/route';
import { getAgreementMigration } from '@/lib/agreement-migrations/get-agreement-migration';
import { presentMigration } from '@/lib/agreement-migrations/present-migration';
import { GET_AGREEMENT_MIGRATION } from '@/lib/api/migration-operations';

export const GET = readRoute({
  operation: GET_AGREEMENT_MIGRATION,
  run: async (_, { merchantId, params }) => {
    const migration = await getAgreementMigration({ merchantId, migrationId: params.id ?? '' });
    return { status: 200, body: JSON.stringify(presentMigration(migration)) };
  },
});

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods('GET');
