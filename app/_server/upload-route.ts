import type { Operation } from '@/lib/api/operation';
import { Refusal } from '@/lib/core/errors';
import { type Answer, type ApiCall, apiRoute, type Handler } from './api-route';
import { readIdempotencyKey } from './idempotency-key';
import { refuseQuery } from './refuse-query';
import { endBody, streamBody } from './stream-body';

/** A merchant API upload of a CSV file: who → kind of body → Idempotency-Key → run as the bytes come → answer. */
export const uploadRoute = ({
  operation,
  run,
}: {
  operation: Operation;
  run: (
    upload: ApiCall & { idempotencyKey: string; bytes: AsyncGenerator<Uint8Array, void, void> },
  ) => Promise<Answer>;
}): Handler =>
  apiRoute(operation, async ({ request, enter, note }) => {
    const bytes = streamBody(request);
    try {
      const call = await enter();
      refuseQuery(request);
      requireCsv(request.headers);
      const idempotencyKey = readIdempotencyKey(request.headers);
      note({ idempotencyKey });
      return await run({ ...call, idempotencyKey, bytes });
    } finally {
      await endBody(bytes);
    }
  });

/** `text/csv`, alone or said to be UTF-8; nothing compressed. */
function requireCsv(headers: Headers): void {
  const type = headers.get('content-type') ?? '';
  const encoding = headers.get('content-encoding') ?? 'identity';
  const isCsv = /^text\/csv\s*(;\s*(charset\s*=\s*"?utf-8"?|header\s*=\s*present)\s*)*$/i.test(
    type.trim(),
  );
  if (!isCsv || encoding.trim().toLowerCase() !== 'identity') throw new Refusal('csv_expected');
}
