import { expect, test } from 'vitest';
import { isDatabaseAway } from '@/lib/core/is-database-away';

const coded = (code: string) => Object.assign(new Error('no'), { code });

test.each([
  ['no connection left at the server', coded('53300')],
  ['no room on the disk', coded('53100')],
  ['a deadlock, too often', coded('40P01')],
  ['a serialisation failure, too often', coded('40001')],
  ['a server that is shutting down', coded('57P01')],
  ['nobody at the port', coded('ECONNREFUSED')],
  ['no connection free in our own pool', new Error('timeout exceeded when trying to connect')],
  ['a connection that ended', new Error('Connection terminated unexpectedly')],
  ['Prisma without a transaction in time', coded('P2028')],
  [
    'a cause below Prisma’s words',
    Object.assign(new Error('x'), { cause: { originalCode: '53100' } }),
  ],
  [
    'what Prisma keeps of raw SQL',
    Object.assign(coded('P2010'), {
      meta: { driverAdapterError: { cause: { originalCode: '53200' } } },
    }),
  ],
  [
    'what Prisma’s adapter has no code for',
    Object.assign(coded('P2010'), {
      meta: { driverAdapterError: { cause: { kind: 'DatabaseNotReachable' } } },
    }),
  ],
])('%s is the database’s, and passes', (_, error) => {
  expect(isDatabaseAway(error)).toBe(true);
});

test.each([
  ['a row that is there already', coded('23505')],
  ['SQL that is wrong', coded('42601')],
  ['a bug', new Error('no')],
  [
    'another server that does not answer',
    new TypeError('fetch failed', { cause: coded('ECONNREFUSED') }),
  ],
  ['nothing at all', undefined],
  ['a word', '53100'],
])('%s is not', (_, error) => {
  expect(isDatabaseAway(error)).toBe(false);
});

test('causes that go round in circles are not followed for ever', () => {
  const error = new Error('no');
  error.cause = error;
  expect(isDatabaseAway(error)).toBe(false);
});
