import { useTranslations } from 'next-intl';
import { LinkButton } from '@/components/ui/link-button';
import { TextLink } from '@/components/ui/text-link';

/** The way to asking for a refund, or to where one can be asked for. */
export function AskLink({ href }: { href: string | null }) {
  const t = useTranslations('refunds.ask');
  if (href) {
    return (
      <LinkButton href={href} variant="secondary" block>
        {t('link')}
      </LinkButton>
    );
  }
  return (
    <p className="text-center text-sm text-soft">
      {t('elsewhere')} <TextLink href="/receipt">{t('elsewhereLink')}</TextLink>
    </p>
  );
}
