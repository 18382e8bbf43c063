import { getTranslations } from 'next-intl/server';
import { CopyText } from '@/components/merchant/copy-text';
import { Badge } from '@/components/ui/badge';
import { Moment } from '@/components/ui/moment';
import { TextLink } from '@/components/ui/text-link';
import type { ApiRequest } from '@/lib/api/api-request';

/** One call: what it was and what it was answered, and behind a press what it carried. */
export async function RequestRow({ request, open }: { request: ApiRequest; open: boolean }) {
  const t = await getTranslations('developers.requests');
  const common = await getTranslations('developers.endpoints');
  const { id, method, path, status, code, idempotencyKey, hit, durationMs, at, excerpt } = request;
  const words = { copy: common('copy'), copied: common('copied') };
  return (
    <li>
      <details open={open}>
        <summary className="flex min-h-12 cursor-pointer flex-wrap items-center gap-x-3 gap-y-1 px-5 py-3 hover:bg-ground sm:px-6">
          <Badge tone={status < 400 ? 'ok' : status < 500 ? 'warn' : 'bad'}>{status}</Badge>
          <code className="min-w-0 flex-1 break-all text-sm">
            {method} {path}
          </code>
          {hit ? <Badge>{t('hit')}</Badge> : null}
          <span className="text-sm text-soft">
            <Moment at={at} />
          </span>
        </summary>
        <div className="grid gap-4 px-5 pb-5 sm:px-6">
          {code ? (
            <p className="text-sm">
              {t('refused')} <TextLink href={`/docs/errors#${code}`}>{code}</TextLink>
            </p>
          ) : null}
          <CopyText title={t('id')} text={id} words={words} />
          {idempotencyKey ? (
            <CopyText title={t('key')} text={idempotencyKey} words={words} />
          ) : null}
          {excerpt ? (
            <CopyText title={t('carried')} text={JSON.stringify(excerpt, null, 2)} words={words} />
          ) : null}
          <p className="text-sm text-faint">
            {t('more2', { milliseconds: durationMs, version: request.version, key: request.keyId })}
          </p>
        </div>
      </details>
    </li>
  );
}
