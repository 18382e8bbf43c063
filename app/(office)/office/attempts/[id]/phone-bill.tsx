import { useTranslations } from 'next-intl';
import { langOf } from '@/components/ui/lang-of';
import type { AttemptDetail } from '@/lib/payments/found-attempt';

type Phone = NonNullable<AttemptDetail['phone']>;

/** Whose bill it charges, as far as anybody here may know: the number is masked, its carrier and province. */
export function PhoneBill({ phone: { phoneMasked, carrier, province } }: { phone: Phone }) {
  const t = useTranslations('carriers');
  const where = t.has(`province.${province}`) ? t(`province.${province}`) : province;
  return (
    <span className="tabular-nums">{`${phoneMasked} · ${t(`carrier.${carrier}`)} · ${where}`}</span>
  );
}

/** Through which of the carrier's services, and how. */
export function PhoneLine({ phone: { line, mode } }: { phone: Phone }) {
  const t = useTranslations('office.attempt.phone');
  const carriers = useTranslations('carriers.mode');
  return t.rich('lineMode', {
    line: () => <span lang={langOf(line)}>{line}</span>,
    mode: carriers(mode),
  });
}
