import { asText } from '@/lib/core/csv';
import { plainAmount } from '@/lib/money/format-money';
import type { QueueFilter, QueueRow } from './queue';

/** Every row says who took the file, when and with which filters: that survives sorting and cutting. */
export interface Watermark {
  by: string;
  at: Date;
  filters: string;
}

const COLUMNS = [
  'kind',
  'id',
  'order_no',
  'order_id',
  'case_id',
  'merchant_id',
  'channel',
  'amount_yuan',
  'state',
  'detail',
  'assigned_to',
  'since',
  'due',
  'exported_by',
  'exported_at',
  'filters',
];

export const queueCsvHead = (): string[] => COLUMNS;

export function queueCsvLine(row: QueueRow, { by, at, filters }: Watermark): string[] {
  return [
    row.kind,
    row.id,
    row.merchantOrderNo ?? '',
    row.orderId ?? '',
    row.caseId ?? '',
    row.merchantId ?? '',
    row.channel ?? '',
    row.amount ? plainAmount(row.amount) : '',
    row.state,
    row.detail ?? '',
    row.assignedTo ?? '',
    row.since.toISOString(),
    row.dueAt?.toISOString() ?? '',
    by,
    at.toISOString(),
    filters,
  ].map(asText);
}

/** "channel=unionpay minutes=240"; "-" for none. */
export const filterWords = (filter: QueueFilter): string =>
  Object.entries(filter)
    .flatMap(([name, value]) => (value === undefined ? [] : [`${name}=${value}`]))
    .join(' ') || 'all';
