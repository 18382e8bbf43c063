/** One value of one metric that all processes share. */
export interface Figure {
  name: keyof typeof SHARED;
  labels: Record<string, string>;
  value: number;
}

/** How far "recent" looks back. */
export const RECENT_MINUTES = 10;

/**
 * What all processes share, read from the database at each scrape: any process gives the same answer. Labels
 * name kinds of things; never an id, a merchant or a person.
 */
export const SHARED = {
  cashier_attempts_recent: {
    help: `Attempts begun in the last ${RECENT_MINUTES} minutes, by how they stand now.`,
    labels: ['mode', 'method', 'channel', 'state'],
  },
  cashier_in_doubt: {
    help: 'Of which nobody knows whether the money moved: attempts, refunds, payouts.',
    labels: ['kind'],
  },
  cashier_oldest_in_doubt_seconds: {
    help: 'Since when the oldest of them was begun; 0 without any.',
    labels: ['kind'],
  },
  cashier_question_overdue_seconds: {
    help: 'By how much the channel should have been asked before about what is undecided; 0 when all is on time.',
    labels: ['kind'],
  },
  cashier_jobs_due: { help: 'Jobs that could be done now and wait.', labels: ['queue'] },
  cashier_job_overdue_seconds: {
    help: 'How long the first of them has waited; 0 without any.',
    labels: ['queue'],
  },
  cashier_outbox_waiting: { help: 'Events that no job has been made of yet.', labels: [] },
  cashier_outbox_oldest_seconds: {
    help: 'How long the oldest of them has waited; 0 without any.',
    labels: [],
  },
  cashier_webhooks_due: { help: 'Notices to merchants whose next try is due.', labels: ['tried'] },
  cashier_webhook_overdue_seconds: {
    help: 'How long the first of them has been due; 0 without any. "no" is our own delay alone.',
    labels: ['tried'],
  },
  cashier_webhook_lag_seconds: {
    help: `From the event to the merchant's 2xx, of notices made and delivered in the last ${RECENT_MINUTES} minutes.`,
    labels: ['quantile'],
  },
  cashier_breaker_state: {
    help: '1 for the state that the breaker of an operation of a channel is in, 0 for the others.',
    labels: ['channel', 'operation', 'carrier', 'state'],
  },
  cashier_channel_calls_recent: {
    help: 'Calls to a channel in the last five minutes.',
    labels: ['channel', 'operation', 'carrier'],
  },
  cashier_channel_answered_ratio: {
    help: 'Which part of them was answered, 0 to 1.',
    labels: ['channel', 'operation', 'carrier'],
  },
} as const satisfies Record<string, { help: string; labels: readonly string[] }>;

/** Of each process: could it read them? */
export const FIGURES_TOLD = {
  name: 'cashier_figures_told',
  help: '1 where the figures that all processes share are in this answer; 0 where the database did not give them.',
};
