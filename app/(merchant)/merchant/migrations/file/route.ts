import { fileFormRoute } from '@/app/_server/file-form-route';
import { memberActor, memberMay } from '@/app/_server/member';
import { receiveAgreementMigration } from '@/lib/agreement-migrations/receive-agreement-migration';
import { Refusal } from '@/lib/core/errors';

/** The upload form of the page: the file goes in as it comes. */
export const POST = fileFormRoute({
  may: memberMay('migration.upload'),
  run: async ({ fields, file }, user) => {
    if (fields.consent !== 'yes') throw new Refusal('consent_required');
    if (!file) throw new Refusal('file_required');
    const { id: requestedBy, merchantId } = memberActor(user);
    const { status } = await receiveAgreementMigration({
      merchantId,
      requestedBy,
      bytes: file,
    });
    return `/merchant/migrations?${status === 202 ? 'taken' : 'known'}=1`;
  },
  otherwise: (report) => {
    if (report.kind === 'broken') return `/merchant/migrations?broken=${report.reference}`;
    const { code, facts } = report.refusal;
    return `/merchant/migrations?refused=${code}&line=${Number(facts.line ?? 0)}`;
  },
});
