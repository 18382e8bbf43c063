import { useTranslations } from 'next-intl';
import { Card } from '@/components/ui/card';
import { TextLink } from '@/components/ui/text-link';
import type { CheckedForLive, GoingLiveCheck } from '@/lib/insights/going-live';

/** Where each of them is done. */
const WAY: Record<GoingLiveCheck, string> = {
  key_used: '/merchant/keys',
  order_paid: '/docs/test-mode',
  refund_tried: '/merchant/orders',
  endpoint_answers: '/merchant/deliveries',
  test_event: '/merchant/endpoints',
  return_origin: '/merchant/settings',
  logo: '/merchant/appearance',
  authenticator: '/merchant/members',
  live_opened: '/docs/going-live',
};

/** What is done has a tick; of what is not, why it matters and where it is done. */
export function GoingLiveList({ checks }: { checks: readonly CheckedForLive[] }) {
  const t = useTranslations('goingLive');
  return (
    <Card flush>
      <ul className="divide-y divide-line">
        {checks.map(({ check, done }) => (
          <li key={check} className="flex gap-3.5 px-5 py-4 sm:px-6">
            <Tick done={done} />
            <div className="min-w-0">
              <p className="font-medium">
                {t(`checks.${check}.what`)}
                <span className="sr-only"> {done ? t('done') : t('open')}</span>
              </p>
              <p className="text-sm text-soft">
                {t(`checks.${check}.why`)}{' '}
                {done ? null : <TextLink href={WAY[check]}>{t(`checks.${check}.way`)}</TextLink>}
              </p>
            </div>
          </li>
        ))}
      </ul>
    </Card>
  );
}

function Tick({ done }: { done: boolean }) {
  return (
    <svg
      viewBox="0 0 24 24"
      className={`mt-0.5 size-6 shrink-0 ${done ? 'text-ok' : 'text-edge'}`}
      fill="none"
      stroke="currentColor"
      strokeWidth="1.75"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      <circle cx="12" cy="12" r="9.5" className={done ? 'fill-ok-ground' : ''} />
      {done ? <path d="m7.75 12.5 3 3 5.5-6.25" strokeWidth="2" /> : null}
    </svg>
  );
}
