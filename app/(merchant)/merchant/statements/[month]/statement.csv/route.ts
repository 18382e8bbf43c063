import { csvRoute } from '@/app/_server/csv-route';
import { memberHere } from '@/app/_server/member';
import { requireMerchantMay } from '@/lib/core/merchant-permissions';
import { exportMonthlyStatement } from '@/lib/settlement/export-monthly-statement';

/** Every movement of the month, for the merchant's own books. */
export const GET = csvRoute({
  fileName: ({ month = '' }) => `statement-${/^[\d-]{7}$/.test(month) ? month : 'month'}.csv`,
  run: async ({ params: { month = '' }, locale }) => {
    // Before the first byte, so that it is a refusal and no broken file.
    const by = await memberHere();
    requireMerchantMay(by, 'statement.read');
    return exportMonthlyStatement({ merchantId: by.merchantId, month, locale });
  },
});
