import type { QueueRow } from './queue';

/** Why a row that was picked is left alone. */
export type SkipReason = 'gone' | 'endpoint_off' | 'already' | 'no_case';

/** A row of a dry run: what it is (null: no longer in the queue), and whether anything would be done. */
export interface PlannedRow {
  id: string;
  row: QueueRow | null;
  skip: SkipReason | null;
}

/**
 * What became of a row: `why` is the reason it was skipped for or a refusal's code; `still`: it was done, and
 * the row is in the queue all the same.
 */
export interface BulkResult {
  id: string;
  row: QueueRow | null;
  outcome: 'done' | 'skipped' | 'failed';
  why: string | null;
  still: boolean;
}
