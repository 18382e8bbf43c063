import { Refusal } from '@/lib/core/errors';

/** 64 kB of body are more than any request of ours needs. */
export const MOST_BODY_BYTES = 64 * 1024;

/** `application/json`, alone or said to be UTF-8; nothing compressed. */
export function requireJson(headers: Headers): void {
  const type = headers.get('content-type') ?? '';
  const encoding = headers.get('content-encoding') ?? 'identity';
  const isJson = /^application\/json\s*(;\s*charset\s*=\s*"?utf-8"?\s*)?$/i.test(type.trim());
  if (!isJson || encoding.trim().toLowerCase() !== 'identity') {
    throw new Refusal('unsupported_media_type');
  }
}

/**
 * The raw bytes of a request. Counts what really comes, so that a missing or lying Content-Length
 * changes nothing; stops reading at the limit.
 */
export async function readBody(request: Request, most = MOST_BODY_BYTES): Promise<Uint8Array> {
  if (Number(request.headers.get('content-length') ?? 0) > most) {
    throw new Refusal('body_too_large');
  }
  const chunks: Uint8Array[] = [];
  let length = 0;
  const reader = request.body?.getReader();
  for (;;) {
    const step = await nextChunk(reader);
    if (!step) break;
    length += step.byteLength;
    if (length > most) {
      await reader?.cancel();
      throw new Refusal('body_too_large');
    }
    chunks.push(step);
  }
  return Buffer.concat(chunks, length);
}

async function nextChunk(
  reader: ReadableStreamDefaultReader<Uint8Array> | undefined,
): Promise<Uint8Array | undefined> {
  try {
    return (await reader?.read())?.value;
  } catch {
    // The caller went away in the middle of the body: theirs to send again, not our bug.
    throw new Refusal('body_incomplete');
  }
}
