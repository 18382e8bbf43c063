import { useFormatter, useLocale, useTranslations } from 'next-intl';
import { formatMoney } from '@/lib/money/format-money';
import type { Movement as Line } from '@/lib/wallets/wallet';
import { Icon } from './icon';

/** "11月20日 14:30": in China's time, as everything about money is. */
const MOMENT = {
  year: 'numeric',
  month: 'short',
  day: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
} as const;

/** Each change to the balance: what it was, when, how much, and what was left. */
export function Movements({ lines, label }: { lines: readonly Line[]; label: string }) {
  return (
    <ul aria-label={label} className="divide-y divide-line">
      {lines.map((line) => (
        <Movement key={line.id} line={line} />
      ))}
    </ul>
  );
}

function Movement({ line }: { line: Line }) {
  const t = useTranslations('wallet');
  const format = useFormatter();
  const name = useMovementName(line);
  const incoming = line.direction === 'in';
  return (
    <li className="flex items-center gap-3 py-3.5">
      <span
        className={`grid size-9 shrink-0 place-items-center rounded-full ${incoming ? 'bg-ok-ground text-ok' : 'bg-ground text-soft'}`}
      >
        <Icon name={incoming ? 'in' : 'out'} className="size-5" />
      </span>
      <div className="min-w-0 flex-1">
        <p className="truncate font-medium">{name}</p>
        <p className="text-sm text-faint tabular-nums">
          <time dateTime={line.postedAt.toISOString()}>
            {format.dateTime(line.postedAt, MOMENT)}
          </time>
        </p>
      </div>
      <div className="text-end tabular-nums">
        <p className={`font-semibold ${incoming ? 'text-ok' : ''}`}>
          <span className="sr-only">{t(incoming ? 'statement.in' : 'statement.out')} </span>
          {incoming ? '+' : '−'}
          {formatMoney(line.amount)}
        </p>
        <p className="text-xs text-faint">
          {t('statement.after', { amount: formatMoney(line.balanceAfter) })}
        </p>
      </div>
    </li>
  );
}

/** To whom and what for; else in the shopper's words where we have them, else in the ledger's own. */
function useMovementName({ event, paidFor, sentence }: Line): string {
  const t = useTranslations('wallet.event');
  const english = useLocale() === 'en';
  if (paidFor) return `${english ? paidFor.merchant.en : paidFor.merchant.zh} · ${paidFor.subject}`;
  return t.has(event) ? t(event) : sentence[english ? 'en' : 'zh'];
}
