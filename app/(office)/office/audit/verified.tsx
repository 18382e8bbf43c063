import { getTranslations } from 'next-intl/server';
import { Notice } from '@/components/ui/notice';
import { verifyAudit } from '@/lib/audit/verify-audit';

const SHOWN = 10;

/** The whole chain worked out again: that it is whole, or where it is not. */
export async function Verified() {
  const t = await getTranslations('officeAudit');
  const { head, findings } = await verifyAudit();
  const noted = (
    <p className="mt-1">
      {t('noted')}{' '}
      <code className="font-mono text-xs break-all">{`${head.rows}:${head.hash}`}</code>
    </p>
  );
  if (findings.length === 0) {
    return (
      <Notice tone="ok">
        {t('whole', { rows: Number(head.rows) })}
        {noted}
      </Notice>
    );
  }
  return (
    <Notice tone="bad">
      {t('spoiled', { count: findings.length })}
      <ul className="mt-1 list-disc ps-5">
        {findings.slice(0, SHOWN).map(({ id, problem }) => (
          <li key={`${id} ${problem}`}>{t(`problem.${problem}`, { id: String(id) })}</li>
        ))}
      </ul>
      {noted}
    </Notice>
  );
}
