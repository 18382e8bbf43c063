import { csvRoute } from '@/app/_server/csv-route';
import { exportMigrationRejects } from '@/lib/agreement-migrations/export-migration-rejects';
import { requireMerchant } from '../../../require-merchant';

/** The lines of a file that became no agreement, and why. */
export const GET = csvRoute({
  fileName: 'rejects.csv',
  run: async ({ params, locale }) => {
    const { merchantId } = await requireMerchant('/merchant/migrations');
    return exportMigrationRejects({ merchantId, migrationId: params.id ?? '', locale });
  },
});
