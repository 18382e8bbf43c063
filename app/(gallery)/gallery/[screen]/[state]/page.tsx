import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { SCREENS } from '../../_screens/screens';
import { requireGallery } from '../../require-gallery';

type Props = { params: Promise<{ screen: string; state: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { screen, state } = await params;
  return { title: `${screen} ${state}` };
}

/** One state of one screen, drawn by the components that draw it for a shopper. */
export default async function PicturePage({ params }: Props) {
  requireGallery();
  const { screen, state } = await params;
  const picture = Object.entries(SCREENS[screen] ?? {}).find(([name]) => name === state)?.[1];
  if (!picture) notFound();
  return picture();
}
