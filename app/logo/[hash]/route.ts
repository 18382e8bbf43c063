import { findLogo } from '@/lib/merchants/find-logo';

/**
 * A merchant's picture at the address of its content, which therefore never changes. With the
 * kind that we have read from its bytes, and nosniff as everywhere, it opens as a picture or not at all.
 */
export async function GET(
  _request: Request,
  { params }: { params: Promise<{ hash: string }> },
): Promise<Response> {
  const logo = await findLogo((await params).hash);
  if (!logo) return new Response(null, { status: 404, headers: { 'Cache-Control': 'no-store' } });
  return new Response(new Uint8Array(logo.bytes), {
    headers: {
      'Content-Type': logo.mediaType,
      'Cache-Control': 'public, max-age=31536000, immutable',
      'Cross-Origin-Resource-Policy': 'same-origin',
    },
  });
}
