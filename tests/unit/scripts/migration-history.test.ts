import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { checkHistory, checksumOf } from '@/scripts/lib/migrations.mjs';

const FIRST = { name: '20260101000000_first', sql: 'create table a ();\n' };
const row = (more: object = {}) => ({
  migration_name: FIRST.name,
  checksum: checksumOf(FIRST.sql),
  finished_at: new Date(),
  logs: null,
  ...more,
});

test('the checksum is the SHA-256 of the file, in hex, as Prisma has it', () => {
  expect(checksumOf(FIRST.sql)).toBe(createHash('sha256').update(FIRST.sql).digest('hex'));
});

test('a history of our own files is accepted', () => {
  expect(() => checkHistory([FIRST], [row()])).not.toThrow();
});

test('a migration changed after it was applied is refused by name, with the remedy', () => {
  const edited = { ...FIRST, sql: 'create table b ();\n' };
  expect(() => checkHistory([edited], [row()])).toThrow(
    /20260101000000_first was changed after it was applied.*put its migration\.sql back/,
  );
});

test('line ends turned by git are no change', () => {
  const turned = { ...FIRST, sql: FIRST.sql.replaceAll('\n', '\r\n') };
  expect(() => checkHistory([turned], [row()])).not.toThrow();
});

test('a database ahead of these sources is refused', () => {
  expect(() => checkHistory([], [row()])).toThrow(/does not know/);
});

test('a migration that failed half-way earlier is refused', () => {
  expect(() => checkHistory([FIRST], [row({ finished_at: null })])).toThrow(/failed earlier/);
});
