import { disconnect } from '@/lib/core/db';
import { checkBooks } from '@/lib/ledger/check-books';

async function main(): Promise<void> {
  const { findings, entries, accounts } = await checkBooks();
  for (const { code, detail } of findings) console.log(`${code}: ${detail}`);
  console.log(`${entries} entries, ${accounts} accounts, ${findings.length} findings`);
  await disconnect();
  process.exitCode = findings.length === 0 ? 0 : 1;
}

void main();
