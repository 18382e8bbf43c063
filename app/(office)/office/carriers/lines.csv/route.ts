import { csvRoute } from '@/app/_server/csv-route';
import { staffActor } from '@/app/_server/staff';
import { currentUser } from '@/lib/auth/current-user';
import { exportCatalogue } from '@/lib/carriers/export-catalogue';
import { requireMay } from '@/lib/core/staff-permissions';

/** The catalogue's lines as the file that would change nothing. */
export const GET = csvRoute({
  fileName: 'carrier-lines.csv',
  run: async () => {
    // Before the first byte, so that it is a refusal and no broken file.
    const by = staffActor(await currentUser());
    requireMay(by, 'channel.read');
    return exportCatalogue({ kind: 'lines', by });
  },
});
