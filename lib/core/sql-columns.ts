import { Prisma } from '@/prisma/generated/client';

/** A selection of Prisma's as columns of plain SQL: `a.requested_at AS "attempt.requestedAt"`. */
export const columnsOf = (selection: object, alias: string, prefix = ''): Prisma.Sql =>
  Prisma.raw(
    Object.keys(selection)
      .map((name) => `${alias}.${columnName(name)} AS "${prefix}${name}"`)
      .join(', '),
  );

const columnName = (name: string): string =>
  name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** Of a row about several things, what is said of one: the columns with that prefix, without it. */
export const columnsWith = (row: object, prefix: string): object =>
  Object.fromEntries(
    Object.entries(row).flatMap(([name, value]) =>
      name.startsWith(prefix) ? [[name.slice(prefix.length), value]] : [],
    ),
  );
