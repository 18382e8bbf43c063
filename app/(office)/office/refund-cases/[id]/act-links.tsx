import { getTranslations } from 'next-intl/server';
import { LinkButton } from '@/components/ui/link-button';
import { actsFor, mainActOf, whyNotApprove } from './acts';
import type { CaseScene } from './case-scene';

/** What this person can do now; each leads to what it means before anything is done. */
export async function ActLinks({ scene }: { scene: CaseScene }) {
  const t = await getTranslations('officeCase.acts');
  const acts = actsFor(scene);
  const main = mainActOf(acts, scene.refundCase);
  const why = scene.refundCase.state === 'proposed' ? whyNotApprove(scene) : undefined;
  const ordered = [...acts.filter((act) => act !== main), ...(main ? [main] : [])];
  return (
    <>
      {ordered.length === 0 ? null : (
        <nav aria-label={t('label')} className="flex flex-wrap gap-2">
          {ordered.map((act) => (
            <LinkButton
              key={act}
              href={`?do=${act}#act`}
              variant={act === main ? 'primary' : 'secondary'}
            >
              {act === 'sendClaim' && scene.claims.length > 0
                ? t('sendClaim.renew')
                : t(`${act}.name`)}
            </LinkButton>
          ))}
        </nav>
      )}
      {why ? <p className="text-sm text-soft">{t(why)}</p> : null}
    </>
  );
}
