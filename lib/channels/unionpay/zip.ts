import { crc32, inflateRawSync } from 'node:zlib';

/**
 * Just enough of the ZIP format for a reconciliation file: the central directory is what counts,
 * entries are stored or deflated, sizes and checksums have to hold.
 */
const END = 0x06054b50;
const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;
const END_LENGTH = 22;
const LONGEST_COMMENT = 0xffff;
const ENCRYPTED = 0x1;

export interface ZipEntry {
  name: string;
  content: Buffer;
}

/** Every file of an archive; undefined when any of it is broken, encrypted or over `largestBytes` in all. */
export function readZip(archive: Buffer, largestBytes: number): ZipEntry[] | undefined {
  try {
    const entries: ZipEntry[] = [];
    let left = largestBytes;
    for (const record of centralRecords(archive)) {
      const content = contentOf(archive, record, left);
      if (!content) return undefined;
      left -= content.length;
      if (!record.name.endsWith('/')) entries.push({ name: record.name, content });
    }
    return entries;
  } catch {
    // An offset outside of the archive, or a stream that does not inflate.
    return undefined;
  }
}

interface CentralRecord {
  flags: number;
  method: number;
  checksum: number;
  packed: number;
  unpacked: number;
  local: number;
  name: string;
}

function centralRecords(archive: Buffer): CentralRecord[] {
  const end = endOf(archive);
  const records: CentralRecord[] = [];
  let at = archive.readUInt32LE(end + 16);
  for (let left = archive.readUInt16LE(end + 10); left > 0; left -= 1) {
    if (archive.readUInt32LE(at) !== CENTRAL) throw new RangeError('no entry where one should be');
    const nameLength = archive.readUInt16LE(at + 28);
    records.push({
      flags: archive.readUInt16LE(at + 8),
      method: archive.readUInt16LE(at + 10),
      checksum: archive.readUInt32LE(at + 16),
      packed: archive.readUInt32LE(at + 20),
      unpacked: archive.readUInt32LE(at + 24),
      local: archive.readUInt32LE(at + 42),
      name: archive.toString('latin1', at + 46, at + 46 + nameLength),
    });
    at += 46 + nameLength + archive.readUInt16LE(at + 30) + archive.readUInt16LE(at + 32);
  }
  return records;
}

function endOf(archive: Buffer): number {
  const first = Math.max(0, archive.length - END_LENGTH - LONGEST_COMMENT);
  for (let at = archive.length - END_LENGTH; at >= first; at -= 1) {
    if (archive.readUInt32LE(at) === END) return at;
  }
  throw new RangeError('no archive');
}

function contentOf(archive: Buffer, record: CentralRecord, most: number): Buffer | undefined {
  const { local, packed, unpacked, method, flags } = record;
  if (archive.readUInt32LE(local) !== LOCAL || (flags & ENCRYPTED) !== 0) return undefined;
  if (unpacked > most) return undefined;
  const start = local + 30 + archive.readUInt16LE(local + 26) + archive.readUInt16LE(local + 28);
  const bytes = archive.subarray(start, start + packed);
  if (bytes.length !== packed) return undefined;
  const content = unpack(bytes, method, unpacked);
  return content?.length === unpacked && crc32(content) === record.checksum ? content : undefined;
}

function unpack(bytes: Buffer, method: number, unpacked: number): Buffer | undefined {
  if (method === 0) return bytes;
  // One byte more than announced is enough to see that it is too long.
  return method === 8 ? inflateRawSync(bytes, { maxOutputLength: unpacked + 1 }) : undefined;
}
