import type { Operation } from '@/lib/api/operation';
import { type Answer, type ApiCall, apiRoute, type Handler } from './api-route';
import { refuseQuery } from './refuse-query';

/**
 * A merchant API removal: who → run → answer. Doing it again removes nothing more, so it needs no
 * Idempotency-Key, and it has no body.
 */
export const removeRoute = ({
  operation,
  run,
}: {
  operation: Operation;
  run: (call: ApiCall) => Promise<Answer>;
}): Handler =>
  apiRoute(operation, async ({ request, enter }) => {
    const call = await enter();
    refuseQuery(request);
    return run(call);
  });
