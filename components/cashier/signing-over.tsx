import { useTranslations } from 'next-intl';
import { LinkButton } from '@/components/ui/link-button';
import { Message } from '@/components/ui/message';

/** The card was not signed: why, and what can be done about it. */
export function SigningOver({
  reason,
  token,
  bound,
}: {
  reason: string | null;
  token: string;
  /** It is bound already; only the channel of this payment did not take it. */
  bound: boolean;
}) {
  const t = useTranslations('cashierCards');
  const key = `over.reason.${reason}`;
  return (
    <Message mark="bad" title={t('over.title')} body={t.has(key) ? t(key) : t('over.other')}>
      {bound ? null : (
        <LinkButton
          href={`/pay/${token}/cards/new${reason ? `?why=${reason}` : ''}`}
          size="lg"
          block
        >
          {t('over.again')}
        </LinkButton>
      )}
      <LinkButton href={`/pay/${token}`} variant={bound ? 'primary' : 'quiet'} block>
        {bound ? t('code.changeWay') : t('back')}
      </LinkButton>
    </Message>
  );
}
