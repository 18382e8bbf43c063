import { CodeScreen } from '@/app/(claim)/claim/[token]/code/code-screen';
import { GoneScreen } from '@/app/(claim)/claim/[token]/gone-screen';
import { PayeeScreen } from '@/app/(claim)/claim/[token]/payee-screen';
import { ProveScreen } from '@/app/(claim)/claim/[token]/prove-screen';
import { StatusScreen } from '@/app/(claim)/claim/[token]/status-screen';
import type { ClaimView } from '@/lib/refund-cases/claim';
import { after } from '../_fixtures/base';
import { claim, own, PAYEE } from '../_fixtures/claims';
import type { Pictures } from './pictures';

const token = 'gallery'.padEnd(43, '0');
const shown = (caseState: ClaimView['caseState'], changes: Parameters<typeof own>[0] = {}) => (
  <StatusScreen claim={claim({ caseState, standing: 'proved' })} own={own(changes)} token={token} />
);

/** Where a refund goes that could not go back the way it came. */
export const CLAIM: Pictures = {
  prove: () => <ProveScreen claim={claim()} token={token} />,
  'identity-checked': () => (
    <ProveScreen claim={claim({ proof: 'identity_check', phoneMasked: null })} token={token} />
  ),
  code: () => <CodeScreen claim={claim()} token={token} />,
  account: () => (
    <PayeeScreen
      claim={claim({ own: own({ payee: null, mayUseBalance: true, again: 'sentBack' }) })}
      token={token}
      updated
    />
  ),
  review: () =>
    shown('claimed', { payee: { ...PAYEE, nameMatches: false, proof: 'three_elements' } }),
  sent: () => shown('sent', { mayName: false }),
  paid: () =>
    shown('paid', {
      mayName: false,
      bankRef: 'BK20260308112055000042',
      paidAt: after(-600),
    }),
  expired: () => <GoneScreen why="expired" />,
  'other-browser': () => <GoneScreen why="other_browser" />,
};
