import { useTranslations } from 'next-intl';
import { Card } from '@/components/ui/card';
import { Icon, type IconName } from './icon';

const ACTIONS = [
  { key: 'topUp', href: '/wallet/top-up', icon: 'top-up' },
  { key: 'withdraw', href: '/wallet/withdraw', icon: 'withdraw' },
  { key: 'cards', href: '/wallet/cards', icon: 'card' },
  { key: 'security', href: '/wallet/security', icon: 'shield' },
] as const satisfies readonly { key: string; href: string; icon: IconName }[];

/** The four things one opens a wallet for, within reach of a thumb. */
export function QuickActions() {
  const t = useTranslations('wallet.action');
  return (
    <Card flush>
      <nav aria-label={t('title')}>
        <ul className="grid grid-cols-4">
          {ACTIONS.map(({ key, href, icon }) => (
            <li key={key}>
              <a
                href={href}
                className="grid min-h-20 justify-items-center gap-1.5 px-1 py-4 text-center text-sm font-medium hover:bg-ground"
              >
                <span className="grid size-10 place-items-center rounded-mark bg-tint text-accent-text">
                  <Icon name={icon} className="size-5" />
                </span>
                {t(key)}
              </a>
            </li>
          ))}
        </ul>
      </nav>
    </Card>
  );
}
