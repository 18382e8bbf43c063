import { csvRoute } from '@/app/_server/csv-route';
import { staffActor } from '@/app/_server/staff';
import { currentUser } from '@/lib/auth/current-user';
import { requireMay } from '@/lib/core/staff-permissions';
import { exportAccountStatement } from '@/lib/ledger/export-account-statement';
import { readAccountRef } from '../../../read-account-ref';

/** The whole statement of an account, for finance's own tables. */
export const GET = csvRoute({
  fileName: ({ id = '' }) => {
    const { subject, owner } = readAccountRef(id);
    return `${subject}-${owner}.csv`;
  },
  run: async ({ params: { id = '' }, locale }) => {
    // Before the first byte, so that it is a refusal and no broken file.
    const by = staffActor(await currentUser());
    requireMay(by, 'ledger.read');
    return exportAccountStatement({ account: readAccountRef(id), locale, by });
  },
});
