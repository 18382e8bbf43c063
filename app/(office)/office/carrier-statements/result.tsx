import { getLocale, getTranslations } from 'next-intl/server';
import { z } from 'zod';
import { type Query, readQuery } from '@/app/_server/read-query';
import { Notice } from '@/components/ui/notice';
import { COLUMNS, LINE_PROBLEMS, MOST_LINES } from '@/lib/carrier-statements/rules';
import { refusalText } from '@/lib/core/errors';
import { REFUSALS, type RefusalCode } from '@/lib/core/refusals';
import { Problems } from './problems';

const COUNT = z
  .string()
  .regex(/^\d{1,7}$/)
  .transform(Number);
const MARK = z.literal('1');
const PROBLEM = /^(\d{1,7})\.([a-z_]{1,20})$/;

const QUERY = {
  booked: MARK,
  known: MARK,
  recorded: MARK,
  differing: COUNT,
  stopped: COUNT,
  refused: z.string().refine((text): text is RefusalCode => Object.hasOwn(REFUSALS, text)),
  line: COUNT,
  month: z.string().regex(/^\d{4}-\d{2}$/),
  broken: z.string().regex(/^req_[0-9a-z]{26}$/),
  problems: z.string().max(5_000),
};

/** What became of what was just sent; the words are the tables', never the address's. */
export async function Result({ query }: { query: Query }) {
  const t = await getTranslations('carrierStatements.result');
  const { refused, broken, problems = '', ...done } = await readQuery(query, QUERY);
  if (refused) {
    const locale = (await getLocale()) === 'en' ? 'en' : 'zh-CN';
    const facts = {
      line: done.line ?? 1,
      month: done.month ?? '',
      most: MOST_LINES,
      columns: COLUMNS.join(','),
    };
    return (
      <Notice tone="bad" role="alert" title={t('refused')}>
        <p>{refusalText(refused, locale, facts)}</p>
        <Problems problems={problems.split('~').flatMap(problemOf)} />
      </Notice>
    );
  }
  if (broken) {
    return (
      <Notice tone="bad" role="alert" title={t('refused')}>
        {t('broken', { reference: broken })}
      </Notice>
    );
  }
  const words = [
    ...(done.booked ? [t('booked')] : []),
    ...(done.known ? [t('known')] : []),
    ...(done.recorded ? [t('recorded')] : []),
    ...(done.booked && done.differing ? [t('withDifferences', { count: done.differing })] : []),
    ...(done.booked && done.stopped ? [t('stopped', { count: done.stopped })] : []),
  ];
  if (words.length === 0) return null;
  return (
    <Notice tone={words.length > 1 ? 'warn' : 'ok'} role="status">
      {words.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
    </Notice>
  );
}

function problemOf(text: string) {
  const [, line, name] = PROBLEM.exec(text) ?? [];
  const problem = LINE_PROBLEMS.find((one) => one === name);
  return problem ? [{ line: Number(line), problem }] : [];
}
