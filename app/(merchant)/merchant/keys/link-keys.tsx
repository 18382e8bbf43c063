import { getTranslations } from 'next-intl/server';
import { Card } from '@/components/ui/card';
import { Notice } from '@/components/ui/notice';
import type { LinkKey } from '@/lib/merchants/key';
import { MOST_LIVE_LINK_KEYS } from '@/lib/merchants/rules';
import { CreateLinkKeyForm } from './create-link-key-form';
import { KeyRow } from './key-row';
import { createWords } from './key-words';

/** The keys of signed links, two at a time; we sign returns with the newest. */
export async function LinkKeys({ keys }: { keys: readonly LinkKey[] }) {
  const t = await getTranslations('members.keys');
  const common = await getTranslations('members');
  return (
    <Card className="grid gap-4">
      <div className="grid gap-1">
        <h2 className="text-lg font-semibold">{t('link.title')}</h2>
        <p className="text-sm text-soft">{t('link.lead')}</p>
      </div>
      {keys.length === 0 ? <p className="text-sm text-soft">{t('link.none')}</p> : null}
      <ul aria-label={t('link.label')} className="divide-y divide-line">
        {keys.map((key, n) => (
          <KeyRow
            key={key.id}
            kind="link"
            id={key.id}
            code={key.id}
            createdAt={key.createdAt}
            madeBy={key.madeBy}
          >
            {n === 0 ? t('newest') : null}
          </KeyRow>
        ))}
      </ul>
      {keys.length < MOST_LIVE_LINK_KEYS ? (
        <CreateLinkKeyForm
          words={{
            ...createWords(common),
            number: t('link.number', { id: '{id}' }),
            submit: t('link.create'),
            done: t('link.done'),
          }}
        />
      ) : (
        <Notice>{t('link.full')}</Notice>
      )}
    </Card>
  );
}
