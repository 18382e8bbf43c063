import { downloadRoute } from '@/app/_server/download-route';
import { exportMigratedAgreements } from '@/lib/agreement-migrations/export-migrated-agreements';

export const GET = downloadRoute({
  fileName: 'agreements.csv',
  run: ({ merchantId, params }) =>
    exportMigratedAgreements({ merchantId, migrationId: params.id ?? '' }),
});
