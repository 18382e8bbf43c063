import type { PlannedRow, SkipReason } from './bulk';
import type { QueueRow } from './queue';
import type { BulkAction } from './queue-rules';

/** One rule for the dry run and for the run: what would be done to a row, and why not. */
export function planRow(
  id: string,
  row: QueueRow | undefined,
  { action, to, endpointOff }: { action: BulkAction; to: string; endpointOff: ReadonlySet<string> },
): PlannedRow {
  if (!row) return { id, row: null, skip: 'gone' };
  return { id, row, skip: skipOf(row, action, to, endpointOff) };
}

function skipOf(
  row: QueueRow,
  action: BulkAction,
  to: string,
  endpointOff: ReadonlySet<string>,
): SkipReason | null {
  if (action === 'send-again') return endpointOff.has(row.id) ? 'endpoint_off' : null;
  if (action !== 'assign') return null;
  if (!row.caseId) return 'no_case';
  return row.assignedTo === to ? 'already' : null;
}
