import { signWithoutCode } from '@/lib/agreements/sign-without-code';
import { isRefusal } from '@/lib/core/errors';
import { failPoint } from '@/lib/core/fail-point';
import { log } from '@/lib/core/log';
import { inTransaction } from '@/lib/core/unit-of-work';
import { openItem } from '@/lib/vault/open-item';
import type { AgreementMigration, ClaimedRow } from './migration';
import { markRowUnknown } from './row-store';
import { CONSENT_VERSION, mayPass, pauseSeconds } from './rules';
import type { FileRow } from './schema';
import { settleMigrationRow } from './settle-migration-row';

type Signed =
  | Awaited<ReturnType<typeof signWithoutCode>>
  | { kind: 'refused'; reason: string }
  /** It threw: nothing is known. */
  | { kind: 'broken' };

/**
 * Signs one claimed row and settles what came of it. What is not definite, or may pass, is taken up
 * again after a pause; signing knows by itself whether the card is signed already.
 */
export async function signMigrationRow({
  migration: { id: migrationId, merchantId },
  row,
}: {
  migration: AgreementMigration;
  row: ClaimedRow;
}): Promise<void> {
  const { rowNo, asks } = row;
  const outcome = await sign({ merchantId, migrationId, row });
  failPoint('migration.signed');
  if (outcome.kind === 'signed') {
    const { agreementId } = outcome;
    return settleMigrationRow({ migrationId, rowNo, itemId: row.elementsItemId, agreementId });
  }
  if (outcome.kind === 'refused' && !mayPass({ reason: outcome.reason, asks })) {
    const { reason } = outcome;
    return settleMigrationRow({ migrationId, rowNo, itemId: row.elementsItemId, reason });
  }
  const pause = { migrationId, rowNo, asks, pauseSeconds: pauseSeconds(asks) };
  await inTransaction((tx) => markRowUnknown(tx, pause));
}

async function sign({
  merchantId,
  migrationId,
  row,
}: {
  merchantId: string;
  migrationId: string;
  row: ClaimedRow;
}): Promise<Signed> {
  const { rowNo, customerReference, elementsItemId: itemId } = row;
  try {
    const elements: FileRow['elements'] = JSON.parse(
      await openItem({ itemId, actor: `migration:${migrationId}`, purpose: 'migration_elements' }),
    );
    return await signWithoutCode({
      merchantId,
      customerReference,
      elements,
      consentVersion: CONSENT_VERSION,
    });
  } catch (error) {
    // Refused for good is told as such; anything else says nothing about whether the card was signed.
    if (isRefusal(error) && error.status < 500 && error.status !== 429 && error.status !== 409) {
      return { kind: 'refused', reason: error.code };
    }
    log().error({ error, migrationId, rowNo }, 'a row could not be signed');
    return { kind: 'broken' };
  }
}
