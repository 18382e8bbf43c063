import { downloadRoute } from '@/app/_server/download-route';
import { otherMethods } from '@/app/_server/no-call';
import { exportMigratedAgreements } from '@/lib/agreement-migrations/export-migrated-agreements';
import { GET_MIGRATED_AGREEMENTS } from '@/lib/api/migration-operations';

export const GET = downloadRoute({
  operation: GET_MIGRATED_AGREEMENTS,
  fileName: 'agreements.csv',
  run: ({ merchantId, params }) =>
    exportMigratedAgreements({ merchantId, migrationId: params.id ?? '' }),
});

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods('GET');
