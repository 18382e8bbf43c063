import { crc32, deflateRawSync } from 'node:zlib';

/** MS-DOS's 1 January 1980: the files carry their day in their names. */
const NO_DATE = 0x0021;
const DEFLATE = 8;

interface Entry {
  local: Buffer;
  central: Buffer;
}

/** An ordinary ZIP archive of these files. */
export function writeZip(files: readonly { name: string; bytes: Buffer }[]): Buffer {
  const entries: Entry[] = [];
  let offset = 0;
  for (const file of files) {
    const entry = writeEntry(file, offset);
    entries.push(entry);
    offset += entry.local.length;
  }
  const central = Buffer.concat(entries.map((entry) => entry.central));
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(central.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...entries.map((entry) => entry.local), central, end]);
}

function writeEntry({ name, bytes }: { name: string; bytes: Buffer }, offset: number): Entry {
  const packed = deflateRawSync(bytes);
  const nameBytes = Buffer.from(name, 'ascii');
  // What the local header and the directory say alike, from "version needed" to the name's length.
  const common = Buffer.alloc(26);
  common.writeUInt16LE(20, 0);
  common.writeUInt16LE(DEFLATE, 4);
  common.writeUInt16LE(NO_DATE, 8);
  common.writeUInt32LE(crc32(bytes), 10);
  common.writeUInt32LE(packed.length, 14);
  common.writeUInt32LE(bytes.length, 18);
  common.writeUInt16LE(nameBytes.length, 22);
  const signature = (value: number, version: number[]) => {
    const head = Buffer.alloc(4);
    head.writeUInt32LE(value, 0);
    return Buffer.concat([head, Buffer.from(version)]);
  };
  const tail = Buffer.alloc(14);
  tail.writeUInt32LE(offset, 10);
  return {
    local: Buffer.concat([signature(0x04034b50, []), common, nameBytes, packed]),
    central: Buffer.concat([signature(0x02014b50, [20, 0]), common, tail, nameBytes]),
  };
}
