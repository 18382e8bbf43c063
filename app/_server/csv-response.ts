import { report } from './report';

/**
 * A table as a file, sent on in pieces as they come. What fails before the first piece is thrown; after
 * it the download breaks off.
 */
export async function csvResponse(
  pieces: AsyncGenerator<string, void, void>,
  {
    fileName,
    where,
  }: {
    /** ASCII: a header has no other letters. */
    fileName: string;
    where: string;
  },
): Promise<Response> {
  const first = await pieces.next();
  return new Response(streamOf(first.value ?? '', pieces, where), {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': `attachment; filename="${fileName}"`,
      'Cache-Control': 'no-store',
    },
  });
}

function streamOf(
  first: string,
  rest: AsyncGenerator<string, void, void>,
  where: string,
): ReadableStream<Uint8Array> {
  const bytes = new TextEncoder();
  return new ReadableStream({
    start: (stream) => stream.enqueue(bytes.encode(first)),
    async pull(stream) {
      try {
        const piece = await rest.next();
        if (piece.done) stream.close();
        else stream.enqueue(bytes.encode(piece.value));
      } catch (error) {
        report(error, where);
        stream.error(error);
      }
    },
    async cancel() {
      await rest.return();
    },
  });
}
