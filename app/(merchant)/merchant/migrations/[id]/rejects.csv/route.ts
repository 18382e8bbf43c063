import { csvRoute } from '@/app/_server/csv-route';
import { requireMember } from '@/app/_server/member';
import { exportMigrationRejects } from '@/lib/agreement-migrations/export-migration-rejects';

/** The lines of a file that became no agreement, and why. */
export const GET = csvRoute({
  fileName: 'rejects.csv',
  run: async ({ params, locale }) => {
    const { actor } = await requireMember('/merchant/migrations', 'migration.upload');
    const { merchantId } = actor;
    return exportMigrationRejects({ merchantId, migrationId: params.id ?? '', locale });
  },
});
