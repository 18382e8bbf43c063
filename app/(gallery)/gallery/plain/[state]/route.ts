import { notFound } from 'next/navigation';
import { PLAIN_PAGES } from '../../_screens/plain-pages';
import { requireGallery } from '../../require-gallery';

type Props = { params: Promise<{ state: string }> };

/** One of the plain pages; as a picture it is there, whatever its own status says. */
export async function GET(_request: Request, { params }: Props): Promise<Response> {
  requireGallery();
  const { state } = await params;
  const page = Object.entries(PLAIN_PAGES).find(([name]) => name === state)?.[1];
  if (!page) notFound();
  const { body, headers } = await page();
  return new Response(body, { headers });
}
