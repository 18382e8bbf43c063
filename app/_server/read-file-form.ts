import { Refusal } from '@/lib/core/errors';

const LONGEST_HEAD = 4_096;
const LONGEST_FIELD = 4_096;
const MOST_FIELDS = 20;

export interface FileForm {
  /** The fields that stand before the file. */
  fields: Record<string, string>;
  /** The first file, as it comes; without one there was none. */
  file?: AsyncGenerator<Uint8Array, void, void>;
  /** What the browser calls it: a name for people, never to be trusted. */
  fileName?: string;
}

/**
 * A form with a file (multipart/form-data, RFC 7578), read as far as the file's first byte: the file
 * itself is never held. Ending `file` ends the reading of `bytes`.
 * Refusals: invalid_request, body_incomplete.
 */
export async function readFileForm(
  contentType: string | null,
  bytes: AsyncGenerator<Uint8Array, void, void>,
): Promise<FileForm> {
  const boundary = /^multipart\/form-data\s*;.*\bboundary="?([^";\s]{1,70})"?/i.exec(
    contentType ?? '',
  )?.[1];
  if (!boundary) throw new Refusal('invalid_request');
  const reader = new PartReader(bytes, Buffer.from(`\r\n--${boundary}`));
  const fields: Record<string, string> = Object.create(null);
  await reader.through(reader.delimiter, LONGEST_HEAD);
  for (let count = 0; count < MOST_FIELDS; count += 1) {
    const sign = await reader.take(2);
    if (sign === '--') return { fields };
    const head = sign === '\r\n' ? await reader.through(Buffer.from('\r\n\r\n'), LONGEST_HEAD) : '';
    const name = /;\s*name="([^"]*)"/i.exec(head)?.[1];
    if (name === undefined) break;
    if (/;\s*filename\*?=/i.test(head)) {
      const fileName = /;\s*filename="([^"]*)"/i.exec(head)?.[1] ?? '';
      return { fields, file: reader.untilDelimiter(), fileName };
    }
    const value = await reader.through(reader.delimiter, LONGEST_FIELD);
    fields[name] ??= value;
  }
  throw new Refusal('invalid_request');
}

class PartReader {
  // The first delimiter has no line break before it: as if it had.
  private held: Buffer = Buffer.from('\r\n');
  constructor(
    private readonly bytes: AsyncGenerator<Uint8Array, void, void>,
    readonly delimiter: Buffer,
  ) {}

  private async more(): Promise<void> {
    const { value, done } = await this.bytes.next();
    if (done) throw new Refusal('body_incomplete');
    this.held = Buffer.concat([this.held, value]);
  }

  async take(length: number): Promise<string> {
    while (this.held.length < length) await this.more();
    return this.cut(length).toString('latin1');
  }

  /** The text up to the mark; the mark is taken off as well. */
  async through(mark: Buffer, longest: number): Promise<string> {
    let at = this.held.indexOf(mark);
    while (at < 0) {
      if (this.held.length > longest + mark.length) throw new Refusal('invalid_request');
      await this.more();
      at = this.held.indexOf(mark);
    }
    if (at > longest) throw new Refusal('invalid_request');
    const text = this.cut(at).toString('utf8');
    this.cut(mark.length);
    return text;
  }

  /** The content as it comes, but for what may be the beginning of its end. */
  async *untilDelimiter(): AsyncGenerator<Uint8Array, void, void> {
    try {
      for (;;) {
        const at = this.held.indexOf(this.delimiter);
        if (at >= 0) {
          if (at > 0) yield this.cut(at);
          return;
        }
        const sure = this.held.length - this.delimiter.length + 1;
        if (sure > 0) yield this.cut(sure);
        await this.more();
      }
    } finally {
      await this.bytes.return();
    }
  }

  private cut(length: number): Buffer {
    const piece = this.held.subarray(0, length);
    this.held = this.held.subarray(length);
    return piece;
  }
}
