import { authenticateApiKey } from '@/lib/merchants/authenticate-api-key';
import { type Answer, answering, type Handler } from './route';

/**
 * A merchant API removal: who → run → answer. Doing it again is the same by nature, so it needs no
 * Idempotency-Key, and it has no body.
 */
export const removeRoute = (
  run: (call: { merchantId: string; params: Record<string, string> }) => Promise<Answer>,
): Handler =>
  answering(async (request, params) => {
    const { merchantId } = await authenticateApiKey(request.headers.get('authorization'));
    return run({ merchantId, params });
  });
