import { Readable } from 'node:stream';
import { CsvError, parse } from 'csv-parse';
import { Refusal } from './errors';

interface CsvLimits {
  mostBytes: number;
  mostLineCharacters: number;
  /** In the words of whoever takes the file: so many of what may be in it. */
  tooLarge: () => Refusal;
}

/**
 * The records of a CSV file as its bytes come in, each with the line of the file it ends on. Never
 * holds more than a line and what the stream has buffered. What it refuses tells a line's number and
 * nothing of what stands there: csv_encoding_unknown, csv_line_unreadable {line}, what `tooLarge` makes,
 * and what `bytes` itself refuses.
 */
export async function* readCsv(
  bytes: AsyncIterable<Uint8Array>,
  limits: CsvLimits,
): AsyncGenerator<{ line: number; cells: string[] }, void, void> {
  const parser = parse({
    info: true,
    relax_column_count: true,
    skip_empty_lines: true,
    // One file may hold several kinds: lines are added by hand, or by another program.
    record_delimiter: ['\r\n', '\n', '\r'],
    max_record_size: limits.mostLineCharacters,
  });
  const text = Readable.from(textOf(bytes, limits));
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
    throw new Refusal('csv_line_unreadable', { line: Number(error.lines) || 1 });
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
async function* textOf(
  bytes: AsyncIterable<Uint8Array>,
  { mostBytes, tooLarge }: CsvLimits,
): AsyncGenerator<string, void, void> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let length = 0;
  const decode = (chunk?: Uint8Array): string => {
    try {
      return decoder.decode(chunk, { stream: chunk !== undefined });
    } catch {
      throw new Refusal('csv_encoding_unknown');
    }
  };
  for await (const chunk of bytes) {
    length += chunk.byteLength;
    if (length > mostBytes) throw tooLarge();
    yield decode(chunk);
  }
  yield decode();
}
