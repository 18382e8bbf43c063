import { getTranslations } from 'next-intl/server';
import { DescriptionList } from '@/components/ui/description-list';
import { langOf } from '@/components/ui/lang-of';
import { formatMoney } from '@/lib/money/format-money';
import type { CaseScene } from './case-scene';

/** Line by line what a checker agrees to: exactly this is in the hash, but for who proposed it and why. */
export async function Content({ scene }: { scene: CaseScene }) {
  const [t, name, proof, why, channel] = await Promise.all([
    getTranslations('officeCase.content'),
    getTranslations('officeCase.name'),
    getTranslations('officeCase.proof'),
    getTranslations('officeCase.nameReason'),
    getTranslations('payments.channel'),
  ]);
  const { refundCase, payee, proposal, claims, names } = scene;
  if (!payee) return <p className="text-sm text-soft">{t('nobody')}</p>;
  const nameOf = (id: string) => names.get(id) ?? id;
  const same = payee.nameMatches;
  const reason = same === false && claims.find(({ nameReason }) => nameReason)?.nameReason;
  const account =
    payee.kind === 'balance' ? t('routeBalance') : `${payee.bankName ?? ''} ${payee.cardMasked}`;
  return (
    <DescriptionList
      items={[
        { term: t('amount'), detail: formatMoney(refundCase.amount) },
        {
          term: t('payee'),
          detail: (
            <>
              {payee.nameMasked ?? t('named')}{' '}
              <span className={`text-xs ${same ? 'text-ok' : 'text-warn'}`}>
                {name(same === null ? 'unknown' : same ? 'same' : 'differs')}
              </span>
            </>
          ),
        },
        ...(reason ? [{ term: t('reason'), detail: why(reason) }] : []),
        { term: t('account'), detail: account },
        ...(payee.idNoMasked ? [{ term: t('idNo'), detail: payee.idNoMasked }] : []),
        { term: t('proof'), detail: proof(payee.proof) },
        {
          term: t('route'),
          detail:
            payee.kind === 'balance'
              ? t('routeBalance')
              : t('routeCard', { channel: channel(refundCase.channel) }),
        },
        ...(proposal
          ? [
              { term: t('maker'), detail: t('makerNot', { name: nameOf(proposal.makerId) }) },
              {
                term: t('note'),
                detail: <span lang={langOf(proposal.note)}>{proposal.note}</span>,
              },
            ]
          : []),
        ...(proposal?.approvals.length
          ? [
              {
                term: t('checkers'),
                detail: proposal.approvals.map(({ checkerId }) => nameOf(checkerId)).join(', '),
              },
            ]
          : []),
      ]}
    />
  );
}
