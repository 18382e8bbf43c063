import { getLocale, getTranslations } from 'next-intl/server';
import { OneButtonForm } from '@/app/(auth)/one-button-form';
import { MerchantTile } from '@/components/cashier/merchant-tile';
import { accentProperties } from '@/components/ui/accent';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { FileField } from '@/components/ui/file-field';
import { PlaceField } from '@/components/ui/form-place';
import { LEAST_SIDE, MOST_LOGO_BYTES, MOST_SIDE } from '@/lib/merchants/logo-rules';
import type { Merchant } from '@/lib/merchants/merchant';
import { removeLogoAction } from './actions';

/** The picture beside the merchant's name; a plain form sends another, with or without JavaScript. */
export async function LogoCard({
  merchant,
  mayChange,
}: {
  merchant: Merchant;
  mayChange: boolean;
}) {
  const t = await getTranslations('merchant.appearance.logo');
  const name = (await getLocale()) === 'en' ? merchant.nameEn : merchant.name;
  return (
    <Card className="grid gap-4">
      <h2 className="text-lg font-semibold">{t('title')}</h2>
      <div
        className="accented flex min-h-14 items-center gap-2.5 rounded-control bg-ground px-4 py-3"
        style={accentProperties(merchant.accentColor)}
      >
        <MerchantTile name={name} logo={merchant.logo} />
        <span className="min-w-0 font-semibold">{name}</span>
      </div>
      {mayChange ? (
        <form
          action="/merchant/appearance/logo"
          method="post"
          encType="multipart/form-data"
          className="grid gap-4"
        >
          <PlaceField />
          <p id="logo-hint" className="text-sm text-soft">
            {t('hint', { most: MOST_LOGO_BYTES / 1_024, least: LEAST_SIDE, longest: MOST_SIDE })}
          </p>
          <FileField
            name="logo"
            label={t('file')}
            accept="image/png,image/jpeg,image/webp"
            required
            aria-describedby="logo-hint"
          />
          <Button type="submit" block>
            {merchant.logo ? t('replace') : t('submit')}
          </Button>
        </form>
      ) : (
        <p className="text-sm text-soft">{(await getTranslations('members'))('ownersOnly')}</p>
      )}
      {mayChange && merchant.logo ? (
        <OneButtonForm
          action={removeLogoAction}
          variant="quiet"
          words={{ submit: t('remove'), pending: t('removing'), broken: t('broken') }}
        />
      ) : null}
    </Card>
  );
}
