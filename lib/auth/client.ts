import { env } from '@/lib/core/env';
import { Refusal } from '@/lib/core/errors';

const TIMEOUT_MS = 5_000;

/**
 * Hands one text message to the SMS gateway.
 *
 * @throws Refusal code_not_sent when the gateway did not take it, or did not say so in five seconds
 */
export async function sendText(message: { phone: string; text: string }): Promise<void> {
  const answer = await fetch(env().SMS_GATEWAY_URL, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(message),
    redirect: 'error',
    signal: AbortSignal.timeout(TIMEOUT_MS),
  }).catch((failure: Error) => {
    throw new Refusal('code_not_sent', { failure: failure.name });
  });
  await answer.body?.cancel();
  if (!answer.ok) throw new Refusal('code_not_sent', { status: answer.status });
}
