import { fileFormRoute } from '@/app/_server/file-form-route';
import { memberActor, memberMay } from '@/app/_server/member';
import { Refusal } from '@/lib/core/errors';
import { MOST_LOGO_BYTES } from '@/lib/merchants/logo-rules';
import { setMerchantLogo } from '@/lib/merchants/set-merchant-logo';

/** The upload form of the page: no more is held than a picture may have. */
export const POST = fileFormRoute({
  may: memberMay('settings.change'),
  run: async ({ file }, user) => {
    const bytes = file ? await held(file) : Buffer.alloc(0);
    // A browser sends a file without a name and content where none was chosen.
    if (bytes.length === 0) throw new Refusal('file_required');
    await setMerchantLogo({ bytes, by: memberActor(user) });
    return '/merchant/appearance?done=logo';
  },
  otherwise: (report) => {
    if (report.kind === 'broken') return `/merchant/appearance?broken=${report.reference}`;
    const { code, facts } = report.refusal;
    const [width, height] = [Number(facts.width ?? 0), Number(facts.height ?? 0)];
    return `/merchant/appearance?refused=${code}&width=${width}&height=${height}`;
  },
});

/** One byte too many is enough to know: what comes after it is not kept. */
async function held(file: AsyncGenerator<Uint8Array, void, void>): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  let length = 0;
  for await (const piece of file) {
    pieces.push(piece);
    length += piece.length;
    if (length > MOST_LOGO_BYTES) break;
  }
  return Buffer.concat(pieces);
}
