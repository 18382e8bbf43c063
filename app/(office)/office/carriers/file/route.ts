import { fileFormRoute } from '@/app/_server/file-form-route';
import { staffActor, staffMay } from '@/app/_server/staff';
import { CATALOGUE_KINDS } from '@/lib/carriers/catalogue';
import { keepCatalogueDraft } from '@/lib/carriers/keep-catalogue-draft';
import { Refusal } from '@/lib/core/errors';

/** The upload form of the page: the file becomes a draft, and nothing is changed by it. */
export const POST = fileFormRoute({
  may: staffMay('catalogue.import'),
  run: async ({ fields, file }, user) => {
    const kind = CATALOGUE_KINDS.find((one) => one === fields.kind);
    if (!kind) throw new Refusal('invalid_request');
    if (!file) throw new Refusal('file_required');
    const draftId = await keepCatalogueDraft({ kind, bytes: file, by: staffActor(user) });
    return `/office/carriers?draft=${draftId}`;
  },
  otherwise: (report) => {
    if (report.kind === 'broken') return `/office/carriers?broken=${report.reference}`;
    const { code, facts } = report.refusal;
    return `/office/carriers?refused=${code}&line=${Number(facts.line ?? 0)}`;
  },
});
