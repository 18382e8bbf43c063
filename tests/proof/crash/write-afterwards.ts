import { pool } from '@/lib/core/db';

interface Event {
  id: string;
  topic: string;
  merchantId: string;
  subjectId: string;
}

const events: Event[] = [];

/** For a mutant that tells of a step after its commit: keeps the event until then. */
export function writeAfterwards(event: Event): void {
  events.push(event);
}

/** The commit is made: writes what was kept. */
writeAfterwards.now = async (): Promise<void> => {
  for (const { id, topic, merchantId, subjectId } of events.splice(0)) {
    await pool().query(
      'INSERT INTO outbox_events (id, topic, merchant_id, subject_id) VALUES ($1, $2, $3, $4)',
      [id, topic, merchantId, subjectId],
    );
  }
};

/** Whoever would have written it is dead. */
writeAfterwards.forget = (): void => {
  events.length = 0;
};
