import { getTranslations } from 'next-intl/server';
import { PageFrame } from '@/app/_server/page-frame';
import { Card } from '@/components/ui/card';
import { TextLink } from '@/components/ui/text-link';
import { PLAIN_PAGES } from './_screens/plain-pages';
import { SCREENS } from './_screens/screens';
import { requireGallery } from './require-gallery';

/** Every state of every screen of the shopper's page; their names are for builders, in English. */
export default async function GalleryPage() {
  requireGallery();
  const t = await getTranslations('common');
  return (
    <PageFrame brand={t('product')} width="wide">
      <h1 lang="en" className="mb-4 text-xl font-semibold">
        /gallery
      </h1>
      <div lang="en" className="grid gap-4 sm:grid-cols-2 lg:grid-cols-3">
        {Object.entries({ ...SCREENS, plain: PLAIN_PAGES }).map(([screen, pictures]) => (
          <Card key={screen}>
            <h2 className="mb-2 font-semibold">{screen}</h2>
            <ul>
              {Object.keys(pictures).map((state) => (
                <li key={state}>
                  <TextLink href={`/gallery/${screen}/${state}`}>{state}</TextLink>
                </li>
              ))}
            </ul>
          </Card>
        ))}
      </div>
    </PageFrame>
  );
}
