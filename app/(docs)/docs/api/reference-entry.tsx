import { getLocale, getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { Words } from '@/components/docs/article-view';
import { CodeBlock } from '@/components/docs/code-block';
import { CodeTabs } from '@/components/docs/code-tabs';
import { env } from '@/lib/core/env';
import { FieldsTable } from './fields-table';
import type { ReferenceCall } from './reference';
import { callWords } from './reference-words';
import { requestSamples } from './request-samples';

/** One call: its fields, its answers, its refusals, and how to make it. */
export async function ReferenceEntry({ call }: { call: ReferenceCall }) {
  const [t, locale] = await Promise.all([getTranslations('docs.reference'), getLocale()]);
  const { summary, description } = callWords(call, locale);
  const part = (title: string, children: ReactNode) => (
    <>
      <h3>{title}</h3>
      {children}
    </>
  );
  const fields = (title: string, rows: ReferenceCall['pathFields'], answered = false) => {
    const label = t('of', { call: summary, part: title });
    if (rows.length === 0) return null;
    return part(title, <FieldsTable label={label} fields={rows} answered={answered} />);
  };
  return (
    <section>
      <h2 id={call.id}>{summary}</h2>
      <p className="font-mono text-sm wrap-anywhere" translate="no">
        <span className="me-2 rounded-tag bg-tint px-1.5 py-0.5 font-semibold text-accent-text">
          {call.method}
        </span>
        {call.path}
      </p>
      {description.length > 0 ? (
        <p>
          <Words pieces={description} />
        </p>
      ) : null}
      <CodeTabs
        label={t('of', { call: summary, part: t('example') })}
        samples={requestSamples(call, env().APP_ORIGIN)}
      />
      {fields(t('pathFields'), call.pathFields)}
      {fields(t('queryFields'), call.queryFields)}
      {call.body ? bodyPart(call.body) : null}
      {call.answers.map(({ status, fields: rows = [], sample, file }) => {
        const title = `${t('answerFields')} ${status}`;
        return (
          <div key={status}>
            {file ? part(title, <p>{t('file', { type: file })}</p>) : fields(title, rows, true)}
            {sample === undefined ? null : (
              <CodeBlock title={title} language="json" code={JSON.stringify(sample, null, 2)} />
            )}
          </div>
        );
      })}
      {part(
        t('errors'),
        <ul>
          {call.problems.map(({ status, codes }) => (
            <li key={status}>
              {t('errorsLine', { status })}{' '}
              {codes.map((code, place) => (
                <span key={code}>
                  {place > 0 ? ' · ' : ''}
                  <a href={`/docs/errors#${code}`}>
                    <code translate="no">{code}</code>
                  </a>
                </span>
              ))}
            </li>
          ))}
        </ul>,
      )}
    </section>
  );

  function bodyPart(body: NonNullable<ReferenceCall['body']>) {
    if ('file' in body) return part(t('bodyFields'), <p>{t('file', { type: body.file })}</p>);
    return body.fields.length > 0
      ? fields(t('bodyFields'), body.fields)
      : part(t('bodyFields'), <p>{t('nothing')}</p>);
  }
}
