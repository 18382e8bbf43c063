import type { MigrationState } from './states';

/** A merchant's file of existing customers, and how far it has come. */
export interface AgreementMigration {
  id: string;
  merchantId: string;
  state: MigrationState;
  rows: number;
  signed: number;
  rejected: number;
  createdAt: Date;
  startedAt: Date | null;
  finishedAt: Date | null;
}

/** A line that a worker has claimed: nobody else takes it up meanwhile. */
export interface ClaimedRow {
  rowNo: number;
  customerReference: string;
  elementsItemId: string;
  /** How often it has been taken up, this time included; tells one claim from the next. */
  asks: number;
}

/** A line as the two files tell it. */
export interface MigratedRow {
  rowNo: number;
  customerReference: string | null;
  cardTail: string | null;
}
