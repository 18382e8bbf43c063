import { csvRoute } from '@/app/_server/csv-route';
import { requireMember } from '@/app/_server/member';
import { exportMigratedAgreements } from '@/lib/agreement-migrations/export-migrated-agreements';

/** The agreements that a file became. */
export const GET = csvRoute({
  fileName: 'agreements.csv',
  run: async ({ params }) => {
    const { actor } = await requireMember('/merchant/migrations', 'migration.upload');
    const { merchantId } = actor;
    return exportMigratedAgreements({ merchantId, migrationId: params.id ?? '' });
  },
});
