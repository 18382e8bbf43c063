import { getLocale, getTranslations } from 'next-intl/server';
import { DocsTable } from '@/components/docs/docs-table';
import { OPERATIONS } from '@/lib/api/operations';
import { OF_NO_CALL, refusalsOf, WHILE_AWAY } from '@/lib/api/refusals-of';
import { REFUSALS, type RefusalCode } from '@/lib/core/refusals';
import { ADVICE as EN } from '../_content/en/error-advice';
import { ADVICE as ZH } from '../_content/zh-CN/error-advice';

const OF_CALLS = OPERATIONS.flatMap((operation) => refusalsOf(operation));
const CODES = [...new Set([...OF_NO_CALL, ...OF_CALLS, WHILE_AWAY])].sort(
  (one, other) => REFUSALS[one].status - REFUSALS[other].status || (one < other ? -1 : 1),
);

/** Each code that the API can answer with, at the place that its `doc_url` leads to. */
export async function ErrorCatalogue() {
  const [t, locale] = await Promise.all([getTranslations('docs.catalogue'), getLocale()]);
  const advice = locale === 'en' ? EN : ZH;
  const adviceOf = (code: RefusalCode): string =>
    advice.codes[code] ?? advice.statuses[REFUSALS[code].status] ?? advice.statuses[400] ?? '';
  return (
    <DocsTable
      label={t('label')}
      head={[t('code'), t('status'), t('words'), t('advice')]}
      rows={[
        ...CODES.map((code) => ({
          id: code,
          cells: [
            name(code),
            REFUSALS[code].status,
            <Words key={code} {...REFUSALS[code]} />,
            adviceOf(code),
          ],
        })),
        {
          id: 'internal_error',
          cells: [name('internal_error'), 500, '', advice.statuses[500]],
        },
      ]}
    />
  );
}

const name = (code: string) => (
  <a href={`#${code}`}>
    <code translate="no">{code}</code>
  </a>
);

/** As an answer says it; what is filled in then stands open. */
function Words({ zh, en }: { zh: string; en: string }) {
  const open = (text: string) => text.replace(/\{\w+\}/g, '…');
  return (
    <>
      <span lang="zh-CN" className="block">
        {open(zh)}
      </span>
      <span lang="en" className="block text-soft">
        {open(en)}
      </span>
    </>
  );
}
