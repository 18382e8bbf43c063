import { downloadRoute } from '@/app/_server/download-route';
import { otherMethods } from '@/app/_server/no-call';
import { exportMigrationRejects } from '@/lib/agreement-migrations/export-migration-rejects';
import { GET_MIGRATION_REJECTS } from '@/lib/api/migration-operations';

export const GET = downloadRoute({
  operation: GET_MIGRATION_REJECTS,
  fileName: 'rejects.csv',
  run: ({ merchantId, params, locale }) =>
    exportMigrationRejects({ merchantId, migrationId: params.id ?? '', locale }),
});

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods('GET');
