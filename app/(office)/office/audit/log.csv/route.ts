import { csvRoute } from '@/app/_server/csv-route';
import { staffActor } from '@/app/_server/staff';
import { exportAudit } from '@/lib/audit/export-audit';
import { currentUser } from '@/lib/auth/current-user';

/** The whole log with its hashes, for an auditor's own tools. */
export const GET = csvRoute({
  fileName: 'audit-log.csv',
  run: async () => exportAudit({ by: staffActor(await currentUser()) }),
});
