import { Refusal } from '@/lib/core/errors';

/** What is still read, and thrown away, of a body that has been refused. */
const MOST_DRAINED_BYTES = 64 * 1024 * 1024;

/**
 * The bytes of a request as they come, read no faster than they are used. Who stops early has the rest
 * read and thrown away: a sender hears an answer only once it has said everything.
 * Refusal: body_incomplete.
 */
export async function* streamBody(request: Request): AsyncGenerator<Uint8Array, void, void> {
  const reader = request.body?.getReader();
  let ended = false;
  try {
    for (;;) {
      const chunk = await nextChunk(reader);
      if (!chunk) {
        ended = true;
        return;
      }
      yield chunk;
    }
  } catch (error) {
    ended = true;
    throw error;
  } finally {
    if (reader && !ended) await drain(reader);
  }
}

/** Ends the reading of a body, also of one that was never begun, as if who used it had stopped. */
export const endBody = (bytes: AsyncGenerator<Uint8Array, void, void>): Promise<unknown> =>
  // A sender that has gone away hears no answer, and needs none.
  bytes.next().then(
    () => bytes.return(),
    () => undefined,
  );

type Reader = ReadableStreamDefaultReader<Uint8Array>;

async function nextChunk(reader: Reader | undefined): Promise<Uint8Array | undefined> {
  try {
    return (await reader?.read())?.value;
  } catch {
    // The sender went away in the middle of the body: theirs to send again, not our bug.
    throw new Refusal('body_incomplete');
  }
}

async function drain(reader: Reader): Promise<void> {
  for (let left = MOST_DRAINED_BYTES; left > 0; ) {
    const piece = await reader.read().then(
      ({ value }) => value,
      () => undefined,
    );
    if (!piece) return;
    left -= piece.byteLength;
  }
  await reader.cancel();
}
