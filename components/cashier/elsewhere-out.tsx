import { useTranslations } from 'next-intl';
import type { HostFacts } from '@/lib/methods/quickpass-surface';
import type { Offer } from '@/lib/methods/rank-methods';
import { CopyLink } from './copy-link';
import { HANDOFF_CODE } from './handoff';

/** The same page somewhere else: in a browser that lets one out to UnionPay, or on the phone. */
export function ElsewhereOut({
  wayOut,
  host,
  address,
}: {
  wayOut: Offer['wayOut'];
  /** Each app hides its way to the browser in a place of its own. */
  host: HostFacts;
  /** This page, for another browser. */
  address: string;
}) {
  const t = useTranslations('cashier.elsewhere');
  if (wayOut === 'open_in_browser') {
    const words = { copy: t('copy'), copied: t('copied'), byHand: t('byHand') };
    return (
      <div className="grid gap-2 pt-2 pb-1">
        <p className="text-sm text-ink">{t(`open.${menuOf(host)}`)}</p>
        <CopyLink address={address} words={words} />
      </div>
    );
  }
  // One code for all: the browser opens what it is folded into.
  return wayOut === 'use_phone' ? (
    <a
      href={`#${HANDOFF_CODE}`}
      className="inline-flex min-h-11 items-center text-sm font-medium text-accent-text"
    >
      {t('phone')}
    </a>
  ) : null;
}

/** What the app calls the way out in its menu. */
function menuOf({ container, os }: HostFacts): 'wechat' | 'wechatIos' | 'alipay' | 'other' {
  if (container === 'alipay') return 'alipay';
  if (container !== 'wechat') return 'other';
  return os === 'ios' ? 'wechatIos' : 'wechat';
}
