import { csvRoute } from '@/app/_server/csv-route';
import { currentUser } from '@/lib/auth/current-user';
import { Refusal } from '@/lib/core/errors';
import { exportStatement } from '@/lib/ledger/export-statement';
import { readAccountRef } from '../../../read-account-ref';

/** The whole statement of an account, for finance's own tables. */
export const GET = csvRoute({
  fileName: ({ id = '' }) => {
    const { subject, owner } = readAccountRef(id);
    return `${subject}-${owner}.csv`;
  },
  run: async ({ params: { id = '' }, locale }) => {
    const user = await currentUser();
    if (user?.role !== 'office') throw new Refusal(user ? 'not_permitted' : 'sign_in_required');
    return exportStatement({ account: readAccountRef(id), locale });
  },
});
