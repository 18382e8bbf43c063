import { type CustomTypesConfig, types } from 'pg';
import type { Prisma } from '@/prisma/generated/client';
import { pool, type Tx } from './db';

const INT8 = 20;

/** A bigint as Prisma gives it; all else node-postgres reads alike. */
const asPrismaReads: CustomTypesConfig = {
  getTypeParser: (oid, format) => (oid === INT8 ? BigInt : types.getTypeParser(oid, format)),
};

/**
 * The rows of one read. By itself it is a prepared statement straight through node-postgres, for what
 * the shopper's page asks at every view: `name` stands for this very text, with whatever values. Inside
 * a transaction it is a read like any other.
 */
export async function readRows<Row extends object>(
  name: string,
  statement: Prisma.Sql,
  tx?: Tx,
): Promise<Row[]> {
  if (tx) return tx.$queryRaw<Row[]>(statement);
  const { text, values } = statement;
  const { rows } = await pool().query<Row>({ name, text, values, types: asPrismaReads });
  return rows;
}
