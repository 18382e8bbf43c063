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
  const money = useTranslations('words.money');
  const key = `over.reason.${reason}`;
  return (
    <Message
      mark="bad"
      title={t('over.title')}
      body={
        <div className="grid gap-1">
          <p>{t.has(key) ? t(key) : t('over.other')}</p>
          <p className="font-medium text-ink">{money('not_taken')}</p>
        </div>
      }
    >
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
