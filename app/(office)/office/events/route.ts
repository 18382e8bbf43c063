import { report } from '@/app/_server/report';
import { currentUser } from '@/lib/auth/current-user';
import { isRefusal } from '@/lib/core/errors';
import { findLiveMark } from '@/lib/support/find-live-mark';
import { readLiveSubject } from '@/lib/support/live-rules';
import { notePresence } from '@/lib/support/note-presence';

const HEADERS = { 'Cache-Control': 'no-store' };
const bare = (status: number): Response => new Response(null, { status, headers: HEADERS });

/**
 * What an open page of the office asks every few seconds: the version of what it shows, and who else has it
 * open. Each time by the session as it is now, so that one which was revoked hears nothing more.
 */
export async function GET(request: Request): Promise<Response> {
  const subject = readLiveSubject(new URL(request.url).searchParams.get('subject') ?? '');
  try {
    const user = await currentUser();
    const { id = '', staffRole = null } = user ?? {};
    if (staffRole === null) return bare(user ? 403 : 401);
    if (!subject) return bare(404);
    const by = { id, staffRole };
    const mark = await findLiveMark({ subject, by });
    if (mark === undefined) return bare(404);
    const others = await notePresence({ subject, by });
    return Response.json({ mark, others }, { headers: HEADERS });
  } catch (error) {
    if (isRefusal(error)) return bare(403);
    report(error, 'events of a page of the office');
    return bare(503);
  }
}
