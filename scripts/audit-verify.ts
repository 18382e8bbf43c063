import { parseArgs } from 'node:util';
import { z } from 'zod';
import type { AuditHead } from '@/lib/audit/audit';
import { verifyAudit } from '@/lib/audit/verify-audit';
import { disconnect } from '@/lib/core/db';

const notedSchema = z
  .string()
  .regex(/^\d+:[0-9a-f]{64}$/, 'is <rows>:<hash>, as an earlier verification printed it');

/** Prints what is wrong with the audit log, and its head to be noted; fails if anything is. */
async function main(): Promise<void> {
  const { values } = parseArgs({ options: { noted: { type: 'string' } } });
  const noted = values.noted === undefined ? undefined : headOf(notedSchema.parse(values.noted));
  const { head, findings } = await verifyAudit(noted ? { noted } : {});
  for (const { id, problem } of findings) console.log(`row ${id}: ${problem}`);
  console.log(
    `${head.rows} rows, ${findings.length} findings; to be noted: ${head.rows}:${head.hash}`,
  );
  await disconnect();
  process.exitCode = findings.length === 0 ? 0 : 1;
}

function headOf(text: string): AuditHead {
  const [rows = '', hash = ''] = text.split(':');
  return { rows: BigInt(rows), hash };
}

void main();
