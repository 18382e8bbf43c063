import type { Table } from '@/lib/core/transitions';

export type MigrationState = 'receiving' | 'ready' | 'running' | 'done' | 'cancelled';
export type MigrationEvent = 'accept' | 'cancel' | 'start' | 'finish';

/** A file comes in whole or not at all; one that broke off is cancelled, and destroyed. */
export const MIGRATION: Table<MigrationState, MigrationEvent> = {
  receiving: { accept: 'ready', cancel: 'cancelled' },
  ready: { start: 'running', finish: 'done' },
  running: { finish: 'done' },
  done: {},
  cancelled: {},
};

export type MigrationRowState = 'waiting' | 'sent' | 'unknown' | 'signed' | 'rejected';
export type MigrationRowEvent = 'send' | 'lose' | 'sign' | 'reject';

/** A row that was sent may be signed already: it is asked about, under the same agreement, for ever. */
export const MIGRATION_ROW: Table<MigrationRowState, MigrationRowEvent> = {
  waiting: { send: 'sent' },
  sent: { send: 'sent', lose: 'unknown', sign: 'signed', reject: 'rejected' },
  unknown: { send: 'sent', sign: 'signed', reject: 'rejected' },
  signed: {},
  rejected: {},
};
