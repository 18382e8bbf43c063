import { useTranslations } from 'next-intl';
import { Badge } from '@/components/ui/badge';
import type { Tone } from '@/components/ui/tone';
import type { LedgerAccount } from '@/lib/ledger/account';

const TONE: Record<LedgerAccount['state'], Tone> = {
  active: 'ok',
  frozen: 'warn',
  closed: 'neutral',
};

export function AccountState({ state }: { state: LedgerAccount['state'] }) {
  const t = useTranslations('office.state');
  return <Badge tone={TONE[state]}>{t(state)}</Badge>;
}
