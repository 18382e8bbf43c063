import { useTranslations } from 'next-intl';
import { LinkButton } from '@/components/ui/link-button';

/** From a paid order's page to its receipt. */
export function ReceiptLink({ token }: { token: string }) {
  const t = useTranslations('receipt');
  return (
    <LinkButton href={`/pay/${token}/receipt`} variant="quiet" block>
      {t('link')}
    </LinkButton>
  );
}
