import { unstable_rethrow } from 'next/navigation';
import { getLocale } from 'next-intl/server';
import { brokenAnswer, plainAnswer } from '@/app/_server/channel-route';
import { report } from '@/app/_server/report';
import { requireStaff, staffActor } from '@/app/_server/staff';
import { refusalText } from '@/lib/core/errors';
import { openAttachment } from '@/lib/notes/open-attachment';

/** A file beside an order or a case, always as a download: nothing in it runs or is shown in our pages. */
export async function GET(
  _request: Request,
  { params }: { params: Promise<{ id: string }> },
): Promise<Response> {
  const { id } = await params;
  try {
    const user = await requireStaff('/office');
    const file = await openAttachment({ attachmentId: id, by: staffActor(user) });
    const ascii = file.fileName.replace(/[^\x20-\x7e]|["\\]/g, '_');
    return new Response(new Uint8Array(file.bytes), {
      headers: {
        'Content-Type': file.mediaType,
        'Content-Disposition': `attachment; filename="${ascii}"; filename*=UTF-8''${encodeURIComponent(file.fileName)}`,
        'Content-Security-Policy': "default-src 'none'; sandbox",
        'X-Content-Type-Options': 'nosniff',
        'Cache-Control': 'no-store',
      },
    });
  } catch (error) {
    unstable_rethrow(error);
    const sorted = report(error, 'GET /office/attachments/[id]');
    if (sorted.kind === 'broken') return brokenAnswer(sorted);
    const locale = (await getLocale()) === 'en' ? 'en' : 'zh-CN';
    return plainAnswer(sorted.refusal.status, refusalText(sorted.refusal.code, locale));
  }
}
