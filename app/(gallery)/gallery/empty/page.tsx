import { requireGallery } from '../require-gallery';

/** The layout and nothing else, behind the cashier's proxy: what every page costs before it says anything. */
export default function EmptyPage() {
  requireGallery();
  return null;
}
