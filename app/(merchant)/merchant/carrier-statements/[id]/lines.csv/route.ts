import { csvRoute } from '@/app/_server/csv-route';
import { requireMember } from '@/app/_server/member';
import { exportMerchantStatement } from '@/lib/carrier-statements/export-merchant-statement';

/** What a carrier's statement says of the merchant's payments, line by line. */
export const GET = csvRoute({
  fileName: 'carrier-statement.csv',
  run: async ({ params, locale }) => {
    const { actor } = await requireMember('/merchant/carrier-statements', 'carrier_statement.read');
    const { merchantId } = actor;
    return exportMerchantStatement({ merchantId, statementId: params.id ?? '', locale });
  },
});
