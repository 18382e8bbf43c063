import { fileFormRoute } from '@/app/_server/file-form-route';
import { staffActor } from '@/app/_server/staff';
import { Refusal } from '@/lib/core/errors';
import { LARGEST_ATTACHMENT } from '@/lib/notes/attachment-rules';
import { keepAttachment } from '@/lib/notes/keep-attachment';
import { pageOfSubject, readSubject } from './subject';

/** The upload form beside an order or a case: no more is held than a file may have. */
export const POST = fileFormRoute({
  may: (user) => user.role === 'office',
  run: async ({ fields, file, fileName = '' }, user) => {
    const subject = readSubject(fields.subject ?? '');
    const back = pageOfSubject(subject);
    const bytes = file ? await held(file) : Buffer.alloc(0);
    try {
      // A browser sends a file without a name and content where none was chosen.
      if (bytes.length === 0) throw new Refusal('file_required');
      await keepAttachment({ ...subject, bytes, fileName, by: staffActor(user) });
      return `${back}?attached=1#files`;
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      return `${back}?unattached=${error.code}#files`;
    }
  },
  otherwise: (report) =>
    report.kind === 'broken'
      ? `/office?broken=${report.reference}`
      : `/office?refused=${report.refusal.code}`,
});

/** One byte too many is enough to know: what comes after it is not kept. */
async function held(file: AsyncGenerator<Uint8Array, void, void>): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  let length = 0;
  for await (const piece of file) {
    pieces.push(piece);
    length += piece.length;
    if (length > LARGEST_ATTACHMENT) break;
  }
  return Buffer.concat(pieces);
}
