import { downloadRoute } from '@/app/_server/download-route';
import { otherMethods } from '@/app/_server/no-call';
import { DOWNLOAD_STATEMENT } from '@/lib/api/balance-operations';
import { exportMonthlyStatement } from '@/lib/settlement/export-monthly-statement';

export const GET = downloadRoute({
  operation: DOWNLOAD_STATEMENT,
  fileName: 'statement.csv',
  run: ({ merchantId, params, locale }) =>
    exportMonthlyStatement({ merchantId, month: params.month ?? '', locale }),
});

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods('GET');
