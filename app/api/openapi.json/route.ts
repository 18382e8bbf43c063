import { createHash } from 'node:crypto';
import { openapiDocument } from '@/lib/api/openapi-document';

export const dynamic = 'force-dynamic';

/** Written once: it is the same for as long as this process lives. */
let written: { text: string; tag: string } | undefined;

function write(): { text: string; tag: string } {
  const text = JSON.stringify(openapiDocument());
  const hash = createHash('sha256').update(text).digest('base64url');
  return { text, tag: `"${hash.slice(0, 32)}"` };
}

/** The merchant API for programs; anybody may read it, also from a page elsewhere. */
export function GET(request: Request): Response {
  written ??= write();
  const { text, tag } = written;
  const headers = {
    ETag: tag,
    'Cache-Control': 'public, max-age=300',
    'Access-Control-Allow-Origin': '*',
  };
  const known = request.headers.get('if-none-match')?.split(/\s*,\s*/) ?? [];
  if (known.some((one) => one.replace(/^W\//, '') === tag)) {
    return new Response(null, { status: 304, headers });
  }
  return new Response(text, { headers: { ...headers, 'Content-Type': 'application/json' } });
}
