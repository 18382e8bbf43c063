import { useTranslations } from 'next-intl';
import { Card } from '@/components/ui/card';
import type { HostFacts } from '@/lib/methods/quickpass-surface';
import type { Offer } from '@/lib/methods/rank-methods';
import type { CashierView } from '@/lib/payments/cashier-view';
import { ElsewhereOut } from './elsewhere-out';
import { MethodMark } from './method-mark';
import { RESET_PASSWORD } from './password-field';
import { useOfferReason } from './use-offer-reason';

/** Ways that cannot be used here and now, each with its reason and, where there is one, a way out. */
export function OtherWays({
  view,
  offers,
  host,
  address,
  token,
}: {
  view: Pick<CashierView, 'order' | 'now' | 'shopper'>;
  offers: Offer[];
  host: HostFacts;
  /** This page, for another browser. */
  address: string;
  token: string;
}) {
  const t = useTranslations('cashier');
  const reasonOf = useOfferReason(view);
  if (offers.length === 0) return null;
  return (
    <section className="pt-5 pb-4">
      <h2 className="px-1 pb-2 text-sm text-soft">{t('otherWays')}</h2>
      <Card flush>
        <ul>
          {offers.map((offer) => (
            <li
              key={offer.method}
              className="method-row flex min-h-17 items-start gap-3 px-4 py-3.5"
            >
              <MethodMark method={offer.method} dim />
              <div className="min-w-0 flex-1">
                <p className="font-semibold text-faint">{t(`method.${offer.method}.name`)}</p>
                <p className="text-sm text-warn">{reasonOf(offer)}</p>
                <ElsewhereOut wayOut={offer.wayOut} host={host} address={address} />
              </div>
              <WayOut offer={offer} signedIn={view.shopper !== null} token={token} />
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
    payment_password_unset: { href: RESET_PASSWORD, words: t('password.set') },
    payment_password_locked: { href: RESET_PASSWORD, words: t('password.renew') },
    class_limit_exceeded: { href: '/wallet/cards', words: t('raiseLimit') },
  };
  const way = reason && ways[reason];
  if (!way) return null;
  return (
    <a
      href={way.href}
      className="inline-flex min-h-11 shrink-0 items-center self-center text-sm font-medium text-accent-text"
    >
      {way.words}
    </a>
  );
}
