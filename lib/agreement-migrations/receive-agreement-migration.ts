import { createHash } from 'node:crypto';
import { present } from '@/lib/core/assert';
import { keyedHash } from '@/lib/core/crypto';
import type { Tx } from '@/lib/core/db';
import { Refusal } from '@/lib/core/errors';
import { newId } from '@/lib/core/ids';
import { enqueueJobs } from '@/lib/core/queue';
import { inTransaction } from '@/lib/core/unit-of-work';
import { answerOnce } from '@/lib/merchants/answer-once';
import { cancelMigration } from './cancel-migration';
import { presentMigration } from './present-migration';
import { CONSENT_VERSION, chainsFor } from './rules';
import {
  insertMigration,
  lockFile,
  moveMigration,
  selectMigration,
  selectMigrationByFile,
} from './store';
import { takeRows } from './take-rows';

type Answer = { status: number; body: string };

/**
 * Takes in a merchant's file as it comes, sealed line by line, and has it worked on once it is whole:
 * 202 and the migration as JSON, or 200 and the one that the same file made before. With an
 * idempotency key the answer is kept under it. Whatever breaks off or is refused leaves nothing.
 *
 * Refusals: csv_header_invalid, migration_empty, migration_too_large {most}, csv_encoding_unknown,
 * csv_line_unreadable {line}, body_incomplete, idempotency_key_reused, idempotency_in_progress.
 */
export async function receiveAgreementMigration(given: {
  merchantId: string;
  requestedBy: string;
  bytes: AsyncIterable<Uint8Array>;
  idempotencyKey?: string;
}): Promise<Answer & { hit: boolean }> {
  const { merchantId, requestedBy, idempotencyKey: key } = given;
  const id = newId('mig');
  await inTransaction((tx) =>
    insertMigration(tx, { id, merchantId, requestedBy, consentVersion: CONSENT_VERSION }),
  );
  let kept = false;
  try {
    const hash = createHash('sha256');
    await takeRows({ migrationId: id, bytes: hashed(given.bytes, hash) });
    // Keyed, because a file of few lines could be guessed from a plain hash.
    const file = { merchantId, fileHash: keyedHash('migration-file', hash.digest('hex')) };
    const accept = (tx: Tx) => acceptFile(tx, { id, ...file, actor: requestedBy });
    const answer = await inTransaction(async (tx) =>
      key
        ? answerOnce(tx, { merchantId, key, inputHash: file.fileHash }, () => accept(tx))
        : { ...(await accept(tx)), hit: false },
    );
    kept = answer.status === 202 && !answer.hit;
    return answer;
  } finally {
    if (!kept) await cancelMigration(id);
  }
}

async function* hashed(
  bytes: AsyncIterable<Uint8Array>,
  hash: { update(chunk: Uint8Array): unknown },
): AsyncGenerator<Uint8Array, void, void> {
  for await (const chunk of bytes) {
    hash.update(chunk);
    yield chunk;
  }
}

async function acceptFile(
  tx: Tx,
  file: { id: string; merchantId: string; fileHash: string; actor: string },
): Promise<Answer> {
  await lockFile(tx, file);
  const known = await selectMigrationByFile(tx, file);
  if (known) return { status: 200, body: JSON.stringify(presentMigration(known)) };
  const { id, fileHash, actor } = file;
  if (!(await moveMigration(tx, { id, event: 'accept', actor, fileHash }))) {
    throw new Refusal('body_incomplete', { migrationId: id });
  }
  const { rows, rejected } = present(await selectMigration(id, tx), `migration ${id}`);
  // Nothing but bad lines is done as soon as it is read.
  if (rejected === rows) await moveMigration(tx, { id, event: 'finish', actor });
  const jobs = Array.from({ length: rejected === rows ? 0 : chainsFor(rows) }, () => ({
    migrationId: id,
  }));
  await enqueueJobs(tx, 'run-agreement-migration', jobs);
  const migration = present(await selectMigration(id, tx), `migration ${id}`);
  return { status: 202, body: JSON.stringify(presentMigration(migration)) };
}
