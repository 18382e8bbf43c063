import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { Moment } from '@/components/ui/moment';
import type { CaseScene } from './case-scene';

/** The steps from the refusal to the proof, in their order. */
export const STEPS = ['refused', 'claimed', 'verified', 'approved', 'sent', 'proof'] as const;
export type Step = (typeof STEPS)[number];

/** What stands below each step: when, by whom, or what it waits for. */
export async function stepDetails(scene: CaseScene): Promise<Record<Step, ReactNode>> {
  const t = await getTranslations('officeCase.steps');
  const cause = await getTranslations('officeCase.cause');
  const proof = await getTranslations('officeCase.proofDetail');
  const { refundCase, payee } = scene;
  return {
    refused: (
      <>
        <Moment at={refundCase.openedAt} />
        <p>{t('code', { code: refundCase.channelCode ?? '', cause: cause(refundCase.cause) })}</p>
      </>
    ),
    claimed: await claimed(scene),
    verified: payee ? proof(payee.proof) : t('none'),
    approved: await approved(scene),
    sent: await sent(scene),
    proof: await proved(scene),
  };
}

async function claimed({ payee, claims }: CaseScene): Promise<ReactNode> {
  const t = await getTranslations('officeCase.steps');
  if (payee) return <Moment at={payee.createdAt} />;
  const phone = claims.find(({ revokedAt }) => !revokedAt)?.phoneMasked;
  return phone ? t('linkSent', { phone }) : t('noLink');
}

async function approved({ proposal, payee, names }: CaseScene): Promise<ReactNode> {
  const t = await getTranslations('officeCase.steps');
  if (!proposal) return payee ? t('waitingMaker') : t('none');
  const { makerId, approvals, needed } = proposal;
  return (
    <>
      <p>{t('maker', { name: names.get(makerId) ?? makerId })}</p>
      <p>{t('approvals', { done: approvals.length, all: needed })}</p>
    </>
  );
}

async function sent({ refundCase, payout }: CaseScene): Promise<ReactNode> {
  const t = await getTranslations('officeCase.steps');
  const { state, sendAt } = refundCase;
  if (state === 'approved' && sendAt) {
    return t.rich('coolOff', { at: () => <Moment at={sendAt} /> });
  }
  if (state === 'sent') return t('inTransit');
  return state === 'paid' && payout ? (
    <span className="break-all">{payout.channelOrderNo}</span>
  ) : (
    t('none')
  );
}

async function proved({ refundCase, payout }: CaseScene): Promise<ReactNode> {
  const t = await getTranslations('officeCase.steps');
  // To a balance there is no payout.
  const at = payout?.finishedAt ?? refundCase.endedAt;
  if (refundCase.state !== 'paid' || !at) return t('none');
  return (
    <>
      <Moment at={at} />
      <p>{payout?.channelRef}</p>
    </>
  );
}
