import { csvRoute } from '@/app/_server/csv-route';
import { exportMigratedAgreements } from '@/lib/agreement-migrations/export-migrated-agreements';
import { requireMerchant } from '../../../require-merchant';

/** The agreements that a file became. */
export const GET = csvRoute({
  fileName: 'agreements.csv',
  run: async ({ params }) => {
    const { merchantId } = await requireMerchant('/merchant/migrations');
    return exportMigratedAgreements({ merchantId, migrationId: params.id ?? '' });
  },
});
