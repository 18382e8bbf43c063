import { csvRoute } from '@/app/_server/csv-route';
import { requireUser } from '@/lib/auth/require-user';
import { exportStatement } from '@/lib/ledger/export-statement';
import { getOwnAccount } from '@/lib/wallets/get-own-account';

/** The whole statement as a file: the wallet's, or that of `?account=`. */
export const GET = csvRoute({
  fileName: 'statement.csv',
  run: async ({ query, locale }) => {
    const { id: userId } = await requireUser('shopper', '/wallet/statement');
    const customerId = query.get('account') ?? undefined;
    const { account } = await getOwnAccount({ userId, customerId });
    return exportStatement({ account, locale });
  },
});
