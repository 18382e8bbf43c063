import { notFound } from 'next/navigation';
import { env } from '@/lib/core/env';

/** The gallery is for those who build and test the pages: in production none of its addresses is there. */
export function requireGallery(): void {
  if (env().CASHIER_ENV === 'production') notFound();
}
