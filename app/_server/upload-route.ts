import { Refusal } from '@/lib/core/errors';
import { authenticateApiKey } from '@/lib/merchants/authenticate-api-key';
import { readIdempotencyKey } from './idempotency-key';
import { type Answer, answering, type Handler } from './route';
import { endBody, streamBody } from './stream-body';

/** A merchant API upload of a CSV file: who → kind of body → Idempotency-Key → run as the bytes come → answer. */
export function uploadRoute(spec: {
  run: (upload: {
    merchantId: string;
    keyId: string;
    idempotencyKey: string;
    bytes: AsyncGenerator<Uint8Array, void, void>;
  }) => Promise<Answer>;
}): Handler {
  return answering(async (request) => {
    const bytes = streamBody(request);
    try {
      const who = await authenticateApiKey(request.headers.get('authorization'));
      requireCsv(request.headers);
      const idempotencyKey = readIdempotencyKey(request.headers);
      return await spec.run({ ...who, idempotencyKey, bytes });
    } finally {
      await endBody(bytes);
    }
  });
}

/** `text/csv`, alone or said to be UTF-8; nothing compressed. */
function requireCsv(headers: Headers): void {
  const type = headers.get('content-type') ?? '';
  const encoding = headers.get('content-encoding') ?? 'identity';
  const isCsv = /^text\/csv\s*(;\s*(charset\s*=\s*"?utf-8"?|header\s*=\s*present)\s*)*$/i.test(
    type.trim(),
  );
  if (!isCsv || encoding.trim().toLowerCase() !== 'identity') throw new Refusal('csv_expected');
}
