import { Readable } from 'node:stream';
import { CsvError, parse } from 'csv-parse';
import { Refusal } from '@/lib/core/errors';
import { MOST_BYTES, MOST_LINE_CHARACTERS, MOST_ROWS } from './rules';

/**
 * The records of a CSV file as its bytes come in, each with the line of the file it ends on. Never
 * holds more than a line and what the stream has buffered.
 * Refusals, which tell a line's number and nothing of what stands there: migration_encoding_unknown,
 * migration_line_unreadable {line}, migration_too_large {most}, and what `bytes` itself refuses.
 */
export async function* readMigrationFile(
  bytes: AsyncIterable<Uint8Array>,
): AsyncGenerator<{ line: number; cells: string[] }, void, void> {
  const parser = parse({
    info: true,
    relax_column_count: true,
    skip_empty_lines: true,
    // One file may hold several kinds: lines are added by hand, or by another program.
    record_delimiter: ['\r\n', '\n', '\r'],
    max_record_size: MOST_LINE_CHARACTERS,
  });
  const text = Readable.from(textOf(bytes));
  text.on('error', (error) => parser.destroy(error));
  text.pipe(parser);
  try {
    for await (const { record, info } of parser as AsyncIterable<{
      record: string[];
      info: { lines: number };
    }>) {
      yield { line: info.lines, cells: record };
    }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw new Refusal('migration_line_unreadable', { line: Number(error.lines) || 1 });
  } finally {
    text.destroy();
    // Only then has the sender been let go.
    await closed(text);
  }
}

const closed = (stream: Readable): Promise<void> =>
  new Promise((resolve) => {
    if (stream.closed) resolve();
    else stream.once('close', resolve);
  });

/** UTF-8 only; a byte order mark is no text. */
async function* textOf(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<string, void, void> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let length = 0;
  for await (const chunk of bytes) {
    length += chunk.byteLength;
    if (length > MOST_BYTES) throw new Refusal('migration_too_large', { most: MOST_ROWS });
    yield decode(decoder, chunk);
  }
  yield decode(decoder);
}

function decode(decoder: TextDecoder, chunk?: Uint8Array): string {
  try {
    return decoder.decode(chunk, { stream: chunk !== undefined });
  } catch {
    throw new Refusal('migration_encoding_unknown');
  }
}
