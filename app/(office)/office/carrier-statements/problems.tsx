import { getTranslations } from 'next-intl/server';
import type { LineProblem } from '@/lib/carrier-statements/rules';

/** Each line of the file that cannot be understood, and why. */
export async function Problems({
  problems,
}: {
  problems: readonly { line: number; problem: LineProblem }[];
}) {
  const t = await getTranslations('carrierStatements');
  if (problems.length === 0) return null;
  return (
    <ul aria-label={t('result.problems')} className="mt-1">
      {problems.map(({ line, problem }) => (
        <li key={line}>{t('result.problem', { line, problem: t(`problem.${problem}`) })}</li>
      ))}
    </ul>
  );
}
