import { getLocale, getTranslations } from 'next-intl/server';
import { staffHere } from '@/app/_server/staff';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { langOf } from '@/components/ui/lang-of';
import { Moment } from '@/components/ui/moment';
import { Notice } from '@/components/ui/notice';
import { SelectField } from '@/components/ui/select-field';
import { listStaffNames } from '@/lib/auth/list-staff-names';
import { mayDo, type StaffRole } from '@/lib/core/staff-permissions';
import { listNotes } from '@/lib/notes/list-notes';
import { AUDIENCES, type Audience, type Subject } from '@/lib/notes/note';
import { fillReply, offeredReplies, type ReplyFacts } from '@/lib/notes/reply-rules';
import { LONGEST_NOTE } from '@/lib/notes/schema';
import { pageOfSubject } from '../attachments/subject';
import type { NotesQuery } from './input';
import { NoteForm } from './note-form';

const TONE: Record<Audience, 'neutral' | 'warn' | 'accent'> = {
  internal: 'neutral',
  merchant: 'warn',
  shopper: 'accent',
};

/** What was written about an order or a case, and the form for more, with what is said often ready to put in. */
export async function NotesCard({
  subject,
  role,
  facts,
  query,
}: {
  subject: Subject;
  role: StaffRole;
  facts: ReplyFacts;
  query: NotesQuery;
}) {
  const t = await getTranslations('officeCase.notes');
  const notes = await listNotes({ ...subject, audiences: AUDIENCES, by: await staffHere() });
  const names = await listStaffNames(notes.map(({ authorId }) => authorId));
  return (
    <Card id="notes" className="grid gap-4">
      <h2 className="text-lg font-semibold">{t('title')}</h2>
      {query.noted ? (
        <Notice tone="ok" role="status">
          {t('done')}
        </Notice>
      ) : null}
      {notes.length === 0 ? <p className="text-sm text-soft">{t('none')}</p> : null}
      <ul className="grid gap-3">
        {notes.map(({ id, body, audience, authorId, createdAt }) => (
          <li key={id} className="grid gap-0.5 text-sm">
            <p className="flex flex-wrap items-baseline gap-x-2 text-xs text-faint">
              <span className="font-medium text-soft">
                {names.get(authorId)?.displayName ?? authorId}
              </span>
              <Moment at={createdAt} />
              <Badge tone={TONE[audience]}>{t(`audienceName.${audience}`)}</Badge>
            </p>
            <p className="whitespace-pre-line" lang={langOf(body)}>
              {body}
            </p>
          </li>
        ))}
      </ul>
      {mayDo(role, 'note.write') ? (
        <WriteNote subject={subject} facts={facts} query={query} />
      ) : (
        <p className="text-sm text-soft">{t('readOnly')}</p>
      )}
    </Card>
  );
}

async function WriteNote({
  subject,
  facts,
  query,
}: {
  subject: Subject;
  facts: ReplyFacts;
  query: NotesQuery;
}) {
  const t = await getTranslations('officeCase.notes');
  const broken = (await getTranslations('officeCase.acts'))('broken');
  const locale = (await getLocale()) === 'en' ? 'en' : 'zh-CN';
  const replies = offeredReplies(facts);
  const chosen = replies.find(({ key }) => key === query.reply);
  return (
    <div className="@container grid gap-5 border-t border-line pt-4">
      {replies.length === 0 ? null : (
        <form
          action={`${pageOfSubject(subject)}#notes`}
          method="get"
          className="grid items-end gap-3 @md:grid-cols-[1fr_auto_auto]"
        >
          <SelectField
            name="reply"
            label={t('reply')}
            defaultValue={chosen?.key}
            options={replies.map(({ key, title }) => ({
              value: key,
              label: locale === 'en' ? title.en : title.zh,
            }))}
          />
          <SelectField
            name="lang"
            label={t('replyLanguage')}
            defaultValue={query.lang ?? locale}
            options={[
              { value: 'zh-CN', label: t('zh') },
              { value: 'en', label: t('en') },
            ]}
          />
          <Button type="submit" variant="secondary" className="min-h-12">
            {t('replyPut')}
          </Button>
        </form>
      )}
      <NoteForm
        // Another reply begins another note.
        key={`${query.reply}.${query.lang}`}
        subject={subject.subjectId}
        body={chosen ? fillReply(chosen, query.lang ?? locale, facts) : ''}
        audience={chosen?.audience ?? 'internal'}
        longest={LONGEST_NOTE}
        words={{
          audience: t('audience'),
          internal: t('forInternal'),
          merchant: t('forMerchant'),
          shopper: t('forShopper'),
          body: t('body'),
          bodyHint: t('bodyHint'),
          submit: t('submit'),
          pending: t('pending'),
          broken,
        }}
      />
    </div>
  );
}
