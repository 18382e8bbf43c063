import { getTranslations } from 'next-intl/server';
import { Card } from '@/components/ui/card';
import { LinkButton } from '@/components/ui/link-button';
import { Notice } from '@/components/ui/notice';
import { formatMoney } from '@/lib/money/format-money';
import { ActForm } from './act-form';
import { type Act, actsFor, awaitingClaim, handableClaim } from './acts';
import type { CaseScene } from './case-scene';
import { Content } from './content';
import { HandForm } from './hand-form';
import { actionOf, fieldsOf } from './panel-forms';
import { digestOf } from './payee-words';

/** What somebody is about to do, in full: what it means, what it takes, and the way back. */
export async function ActPanel({ act, scene }: { act: Act; scene: CaseScene }) {
  const t = await getTranslations('officeCase.acts');
  const { refundCase, proposal, names } = scene;
  const caseId = refundCase.id;
  const awaiting = awaitingClaim(scene);
  const isPossible = actsFor(scene).includes(act);
  const words = {
    submit: t(`${act}.submit`, { amount: formatMoney(refundCase.amount) }),
    pending: t('pending'),
    broken: t('broken'),
  };
  const back = (
    <LinkButton href={`/office/refund-cases/${caseId}`} variant="secondary">
      {t('back')}
    </LinkButton>
  );
  const claim = act === 'handClaim' ? handableClaim(scene) : awaiting;
  return (
    <Card id="act" className="grid gap-4 border-2 border-accent-edge">
      <div className="grid gap-1">
        <h2 className="text-lg font-semibold">{t(`${act}.title`)}</h2>
        <p className="text-soft">
          {t(`${act}.body`, {
            digest: proposal ? digestOf(proposal.contentHash) : '',
            name: awaiting ? (names.get(awaiting.openedBy) ?? awaiting.openedBy) : '',
            note: awaiting?.identityNote ?? '',
          })}
        </p>
      </div>
      {isPossible && act === 'approve' ? (
        <div className="rounded-control bg-ground p-4">
          <Content scene={scene} />
        </div>
      ) : null}
      {!isPossible ? (
        <>
          <Notice tone="warn" role="alert">
            {t('gone')}
          </Notice>
          <div>{back}</div>
        </>
      ) : act === 'handClaim' ? (
        <HandForm
          caseId={caseId}
          claimId={claim?.id ?? ''}
          words={{ ...words, done: t('handClaim.done') }}
        >
          {back}
        </HandForm>
      ) : (
        <ActForm
          action={actionOf(act)}
          hidden={{
            caseId,
            ...(act === 'approve' && { contentHash: proposal?.contentHash ?? '' }),
            ...(act === 'approveClaim' && { claimId: claim?.id ?? '' }),
          }}
          fields={await fieldsOf(act, scene)}
          variant={act === 'reject' || act === 'end' || act === 'undo' ? 'danger' : 'primary'}
          words={words}
        >
          {back}
        </ActForm>
      )}
    </Card>
  );
}
