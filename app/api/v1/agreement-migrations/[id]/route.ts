import { readRoute } from '@/app/_server/route';
import { getAgreementMigration } from '@/lib/agreement-migrations/get-agreement-migration';
import { presentMigration } from '@/lib/agreement-migrations/present-migration';
import { noQuerySchema } from '@/lib/orders/schema';

export const GET = readRoute({
  query: noQuerySchema,
  run: async (_, { merchantId, params }) => {
    const migration = await getAgreementMigration({ merchantId, migrationId: params.id ?? '' });
    return { status: 200, body: JSON.stringify(presentMigration(migration)) };
  },
});
