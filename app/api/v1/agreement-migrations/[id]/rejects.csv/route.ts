import { downloadRoute } from '@/app/_server/download-route';
import { exportMigrationRejects } from '@/lib/agreement-migrations/export-migration-rejects';

export const GET = downloadRoute({
  fileName: 'rejects.csv',
  run: ({ merchantId, params, locale }) =>
    exportMigrationRejects({ merchantId, migrationId: params.id ?? '', locale }),
});
