import { getTranslations } from 'next-intl/server';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { PlaceField } from '@/components/ui/form-place';
import type { Merchant } from '@/lib/merchants/merchant';

/** The way to the real page, with an order that nobody owes; in test mode only. */
export async function PreviewCard({ merchant: { mode } }: { merchant: Merchant }) {
  const t = await getTranslations('merchantFigures.preview');
  return (
    <Card className="grid gap-4">
      <div className="grid gap-1">
        <h2 className="text-lg font-semibold">{t('title')}</h2>
        <p className="text-soft">{t(mode === 'test' ? 'lead' : 'live')}</p>
      </div>
      {mode === 'test' ? (
        <form action="/merchant/appearance/preview" method="post" encType="multipart/form-data">
          <input type="hidden" name="preview" value="1" />
          <PlaceField />
          <Button type="submit" variant="secondary">
            {t('open')}
          </Button>
        </form>
      ) : null}
    </Card>
  );
}
