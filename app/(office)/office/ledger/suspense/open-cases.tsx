import { getTranslations } from 'next-intl/server';
import { staffHere } from '@/app/_server/staff';
import { Card } from '@/components/ui/card';
import { LinkButton } from '@/components/ui/link-button';
import { listSuspenseCases } from '@/lib/virtual-accounts/list-suspense-cases';
import { CaseCard } from './case-card';

/** Money that waits for a person, the oldest first. */
export async function OpenCases({ after, mayAssign }: { after?: string; mayAssign: boolean }) {
  const t = await getTranslations('office.suspense');
  const { cases, next } = await listSuspenseCases({
    state: 'open',
    after,
    limit: 20,
    by: await staffHere(),
  });
  if (cases.length === 0) return <Card className="text-soft">{t('none')}</Card>;
  return (
    <>
      <ul className="grid gap-4">
        {cases.map((one) => (
          <li key={one.id}>
            <CaseCard found={one} mayAssign={mayAssign} />
          </li>
        ))}
      </ul>
      {next ? (
        <p>
          <LinkButton href={`/office/ledger/suspense?after=${next}`} variant="quiet">
            {t('more')}
          </LinkButton>
        </p>
      ) : null}
    </>
  );
}
