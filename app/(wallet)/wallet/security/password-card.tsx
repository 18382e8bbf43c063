import { getFormatter, getTranslations } from 'next-intl/server';
import { Card } from '@/components/ui/card';
import { LinkButton } from '@/components/ui/link-button';
import { Notice } from '@/components/ui/notice';

/** The payment password: whether it is locked, and the way to a new one. */
export async function PasswordCard({ lockedUntil }: { lockedUntil?: Date }) {
  const t = await getTranslations('wallet.security');
  const format = await getFormatter();
  const time = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;
  return (
    <Card className="grid gap-4">
      <div className="grid gap-1">
        <h2 className="text-lg font-semibold">{t('password')}</h2>
        <p className="text-sm text-soft">{t('passwordBody')}</p>
      </div>
      {lockedUntil ? (
        <Notice tone="warn">
          {t('passwordLocked', { until: format.dateTime(lockedUntil, time) })}
        </Notice>
      ) : null}
      <LinkButton href="/wallet/security/password" variant="secondary" block>
        {t('passwordOpen')}
      </LinkButton>
    </Card>
  );
}
