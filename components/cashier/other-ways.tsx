import { useFormatter, useTranslations } from 'next-intl';
import { Card } from '@/components/ui/card';
import type { Offer } from '@/lib/methods/rank-methods';
import { formatMoney } from '@/lib/money/format-money';
import { ElsewhereOut } from './elsewhere-out';
import { MethodMark } from './method-mark';
import { TIME_OF_DAY } from './time-format';

/** Ways that cannot be used here and now, each with its reason and, where there is one, a way out. */
export function OtherWays({
  offers,
  address,
  signedIn,
  token,
}: {
  offers: Offer[];
  /** This page, for another browser or the phone. */
  address: string;
  signedIn: boolean;
  token: string;
}) {
  const t = useTranslations('cashier');
  if (offers.length === 0) return null;
  return (
    <section className="pt-5 pb-4">
      <h2 className="px-1 pb-2 text-sm text-soft">{t('otherWays')}</h2>
      <Card flush>
        <ul>
          {offers.map((offer) => (
            <li
              key={offer.method}
              className="method-row flex min-h-17 items-center gap-3 px-4 py-3.5"
            >
              <MethodMark method={offer.method} dim />
              <div className="min-w-0 flex-1">
                <p className="font-semibold text-faint">{t(`method.${offer.method}.name`)}</p>
                <Reason offer={offer} />
                <ElsewhereOut wayOut={offer.wayOut} address={address} />
              </div>
              <WayOut offer={offer} signedIn={signedIn} token={token} />
            </li>
          ))}
        </ul>
      </Card>
    </section>
  );
}

/** Where one can do something about it. */
function WayOut({ offer, signedIn, token }: { offer: Offer; signedIn: boolean; token: string }) {
  const t = useTranslations('cashier');
  const reason = offer.reason === 'balance_not_opened' && signedIn ? 'no_wallet' : offer.reason;
  const signIn = {
    href: `/sign-in?next=${encodeURIComponent(`/pay/${token}`)}`,
    words: t('signIn'),
  };
  const ways: Partial<Record<string, { href: string; words: string }>> = {
    balance_not_opened: signIn,
    card_sign_in: signIn,
    no_wallet: { href: '/wallet', words: t('toWallet') },
    balance_insufficient: { href: '/wallet', words: t('toWallet') },
    account_frozen: { href: '/wallet/security', words: t('toWallet') },
    class_limit_exceeded: { href: '/wallet/cards', words: t('raiseLimit') },
  };
  const way = reason && ways[reason];
  if (!way) return null;
  return (
    <a
      href={way.href}
      className="inline-flex min-h-11 shrink-0 items-center text-sm font-medium text-accent-text"
    >
      {way.words}
    </a>
  );
}

function Reason({ offer }: { offer: Offer }) {
  const t = useTranslations('cashier.reason');
  const format = useFormatter();
  if (!offer.reason) return null;
  const { lockedUntil, quota } = offer;
  const words = t(offer.reason, {
    until: lockedUntil ? format.dateTime(lockedUntil, TIME_OF_DAY) : '',
    today: quota ? formatMoney(quota.leftToday) : '',
    inPeriod: quota ? formatMoney(quota.leftInPeriod) : '',
    period: quota?.period ?? 'year',
  });
  return <p className="text-sm text-warn">{words}</p>;
}
