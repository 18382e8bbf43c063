import { prepareQueues } from '@/lib/jobs/prepare-queues';

// Its only setting is the database: it runs before the rest of the environment is there.
void prepareQueues(process.env.DATABASE_URL ?? '');
