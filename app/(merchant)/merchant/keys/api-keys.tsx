import { getTranslations } from 'next-intl/server';
import { Card } from '@/components/ui/card';
import { Moment } from '@/components/ui/moment';
import type { ApiKey } from '@/lib/merchants/key';
import { CreateApiKeyForm } from './create-api-key-form';
import { KeyRow } from './key-row';
import { createWords } from './key-words';

/** The keys of the API: each with what it is for and when it was used last; and the way to another one. */
export async function ApiKeys({ keys }: { keys: readonly ApiKey[] }) {
  const t = await getTranslations('members.keys');
  const common = await getTranslations('members');
  return (
    <Card className="grid gap-4">
      <div className="grid gap-1">
        <h2 className="text-lg font-semibold">{t('api.title')}</h2>
        <p className="text-sm text-soft">{t('api.lead')}</p>
      </div>
      {keys.length === 0 ? <p className="text-sm text-soft">{t('api.none')}</p> : null}
      <ul aria-label={t('api.label')} className="divide-y divide-line">
        {keys.map((key) => (
          <KeyRow
            key={key.id}
            kind="api"
            id={key.id}
            title={key.name ?? t('api.noName')}
            code={key.hint}
            createdAt={key.createdAt}
            madeBy={key.madeBy}
          >
            {key.lastUsedAt ? (
              <>
                {t('lastUsed')} <Moment at={key.lastUsedAt} />
              </>
            ) : (
              t('neverUsed')
            )}
          </KeyRow>
        ))}
      </ul>
      <CreateApiKeyForm
        words={{
          ...createWords(common),
          name: t('api.name'),
          nameHint: t('api.nameHint'),
          submit: t('api.create'),
          done: t('api.done'),
        }}
      />
    </Card>
  );
}
