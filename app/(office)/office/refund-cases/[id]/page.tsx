import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { z } from 'zod';
import { type Query, readQuery } from '@/app/_server/read-query';
import { requireStaff } from '@/app/_server/staff';
import { findLiveMark } from '@/lib/support/find-live-mark';
import { FilesCard } from '../../attachments/files-card';
import { Live } from '../../live';
import { NOTES_QUERY } from '../../notes/input';
import { NotesCard } from '../../notes/notes-card';
import { OfficeFrame } from '../../office-frame';
import { ActLinks } from './act-links';
import { ACTS } from './acts';
import { CaseColumns } from './case-columns';
import { CaseLead } from './case-facts';
import { CaseNow } from './case-now';
import { CaseTitle, Crumbs, queueOf } from './case-title';
import { loadCase } from './load-case';
import { replyFacts } from './reply-facts';
import { Steps } from './steps';

type Params = Promise<{ id: string }>;

const SHAPE = { do: z.enum(ACTS), done: z.enum(ACTS), ...NOTES_QUERY };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('officeCase'))('title') };
}

export default async function RefundCasePage(props: { params: Params; searchParams: Query }) {
  const { id } = await props.params;
  const user = await requireStaff(`/office/refund-cases/${encodeURIComponent(id)}`, 'case.read');
  const subject = { subjectType: 'refund_case', subjectId: id } as const;
  // Before the case: what changes in between is drawn anew.
  const mark = await findLiveMark({ subject: { type: 'refund_case', id }, by: user });
  const scene = await loadCase(id, user);
  const { do: act, done, ...query } = await readQuery(props.searchParams, SHAPE);
  const shared = { subject, role: user.staffRole, query };
  return (
    <OfficeFrame
      page={queueOf(scene)}
      user={user}
      crumbs={<Crumbs scene={scene} />}
      title={<CaseTitle scene={scene} />}
      lead={<CaseLead scene={scene} />}
      actions={<ActLinks scene={scene} />}
    >
      <Live subject={`refund_case:${id}`} mark={mark ?? ''} />
      <CaseNow scene={scene} act={act} done={done} />
      <Steps scene={scene} />
      <CaseColumns scene={scene} files={<FilesCard {...shared} />}>
        <NotesCard {...shared} facts={await replyFacts(scene, query.lang)} />
      </CaseColumns>
    </OfficeFrame>
  );
}
