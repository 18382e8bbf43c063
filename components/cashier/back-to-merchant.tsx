import { useTranslations } from 'next-intl';
import type { ButtonVariant } from '@/components/ui/button-class';
import { LinkButton } from '@/components/ui/link-button';

/** Back to where the shopper came from, with a signed answer; the merchant may have given no address. */
export function BackToMerchant({
  url,
  variant,
  done = false,
}: {
  url: string | null;
  variant: ButtonVariant;
  /** Nothing is left to do here: without an address the page may be closed. */
  done?: boolean;
}) {
  const t = useTranslations('cashier');
  if (url === null) return done ? <p className="text-sm text-faint">{t('closeWindow')}</p> : null;
  return (
    <LinkButton href={url} variant={variant} size={variant === 'primary' ? 'lg' : 'md'} block>
      {t('backToMerchant')}
    </LinkButton>
  );
}
