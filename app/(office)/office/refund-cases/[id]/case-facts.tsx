import { getLocale, getTranslations } from 'next-intl/server';
import { Moment } from '@/components/ui/moment';
import { TextLink } from '@/components/ui/text-link';
import type { CaseScene } from './case-scene';

/** Whose order it is. */
export async function CaseLead({ scene }: { scene: CaseScene }) {
  const t = await getTranslations('officeCase');
  const english = (await getLocale()) === 'en';
  const { order, merchant } = scene;
  return (
    <span className="break-all">
      {english && merchant.en ? merchant.en : merchant.zh} ·{' '}
      <TextLink href={`/office/orders/${order.id}`}>
        {t('crumb.order', { no: order.merchantOrderNo })}
      </TextLink>
    </span>
  );
}

/** Who looks after the case, and by when the next step is due. */
export async function CaseFacts({ scene }: { scene: CaseScene }) {
  const t = await getTranslations('officeCase');
  const { refundCase, names, now, by } = scene;
  const { assignedTo, dueAt, state, expiresAt } = refundCase;
  const late = dueAt !== null && dueAt < now;
  const keeper =
    assignedTo === null
      ? t('assigned.nobody')
      : assignedTo === by.id
        ? t('assigned.you')
        : (names.get(assignedTo) ?? assignedTo);
  return (
    <p className="flex flex-wrap gap-x-6 border-t border-line pt-3 text-sm text-soft">
      <span>
        {t('assigned.to')} {keeper}
      </span>
      {dueAt ? (
        <span className={late ? 'font-medium text-bad' : ''}>
          {late ? t('due.over') : t('due.left')} <Moment at={dueAt} />
        </span>
      ) : null}
      {state === 'open' ? (
        <span>
          {t('expires')} <Moment at={expiresAt} />
        </span>
      ) : null}
    </p>
  );
}
