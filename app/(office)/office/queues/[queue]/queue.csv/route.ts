import { csvRoute } from '@/app/_server/csv-route';
import { staffActor } from '@/app/_server/staff';
import { currentUser } from '@/lib/auth/current-user';
import { exportQueue } from '@/lib/support/export-queue';
import { loadQueueName } from '../load-queue-name';
import { readQueue } from '../read-queue';

/** The rows that the filters leave, with who took them and when. */
export const GET = csvRoute({
  fileName: ({ queue = '' }) => `queue-${loadQueueName({ queue })}.csv`,
  run: async ({ params: { queue = '' }, query }) => {
    const user = await currentUser();
    const by = { ...staffActor(user), displayName: user?.displayName ?? '' };
    const { filterFor } = await readQueue(Promise.resolve(Object.fromEntries(query)));
    return exportQueue({ queue: loadQueueName({ queue }), filter: filterFor(by.id), by });
  },
});
