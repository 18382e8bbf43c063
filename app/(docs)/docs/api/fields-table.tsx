import { getLocale, getTranslations } from 'next-intl/server';
import { Words } from '@/components/docs/article-view';
import { DocsTable } from '@/components/docs/docs-table';
import { readInline } from '@/components/docs/markdown';
import { fieldWords } from './reference-words';
import type { Field } from './schema-fields';

/** Fields with their types, what they mean and how far they go. */
export async function FieldsTable({
  label,
  fields,
  answered = false,
}: {
  label: string;
  fields: readonly Field[];
  /** They come from us: nobody has to give them. */
  answered?: boolean;
}) {
  const [t, locale] = await Promise.all([getTranslations('docs.reference'), getLocale()]);
  const limits = (field: Field): string[] => [
    ...(field.nullable ? [t('nullable')] : []),
    ...field.limits.map(({ limit, n }) => t(`limits.${limit}`, { n })),
  ];
  return (
    <DocsTable
      label={label}
      head={[t('field'), t('type'), t('meaning')]}
      rows={fields.map((field) => ({
        cells: [
          <span key="name" translate="no" className="font-mono text-xs">
            {field.path}
          </span>,
          <span key="type" className="text-xs">
            <span translate="no" className="font-mono">
              {field.type}
            </span>
            {field.required && answered ? null : (
              <span className={`block ${field.required ? 'text-warn' : 'text-faint'}`}>
                {field.required ? t('required') : t(answered ? 'sometimes' : 'optional')}
              </span>
            )}
          </span>,
          <Meaning
            key="meaning"
            words={fieldWords(field, locale)}
            limits={limits(field)}
            values={field.values}
            oneOf={t('limits.oneOf')}
          />,
        ],
      }))}
    />
  );
}

function Meaning({
  words,
  limits,
  values,
  oneOf,
}: {
  words: string;
  limits: readonly string[];
  values: readonly string[];
  oneOf: string;
}) {
  return (
    <>
      {words ? (
        <span className="block">
          <Words pieces={readInline(words)} />
        </span>
      ) : null}
      {limits.length > 0 ? (
        <span className="block text-xs text-faint">{limits.join(' · ')}</span>
      ) : null}
      {values.length > 0 ? (
        <span className="block text-xs text-faint">
          {oneOf}{' '}
          <span translate="no" className="font-mono">
            {values.join(' · ')}
          </span>
        </span>
      ) : null}
    </>
  );
}
