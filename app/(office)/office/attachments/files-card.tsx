import { getFormatter, getLocale, getTranslations } from 'next-intl/server';
import { staffHere } from '@/app/_server/staff';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { FileField } from '@/components/ui/file-field';
import { Moment } from '@/components/ui/moment';
import { Notice } from '@/components/ui/notice';
import { TextLink } from '@/components/ui/text-link';
import { listStaffNames } from '@/lib/auth/list-staff-names';
import { refusalText } from '@/lib/core/errors';
import { REFUSALS, type RefusalCode } from '@/lib/core/refusals';
import { mayDo, type StaffRole } from '@/lib/core/staff-permissions';
import { MOST_ATTACHMENTS } from '@/lib/notes/attachment-rules';
import { listAttachments } from '@/lib/notes/list-attachments';
import type { Subject } from '@/lib/notes/note';
import type { NotesQuery } from '../notes/input';

const isCode = (text: string): text is RefusalCode => Object.hasOwn(REFUSALS, text);
const KB = 1024;

/** The files beside an order or a case, each a download, and a plain form for another one. */
export async function FilesCard({
  subject,
  role,
  query,
}: {
  subject: Subject;
  role: StaffRole;
  query: NotesQuery;
}) {
  const t = await getTranslations('officeCase.files');
  const format = await getFormatter();
  const locale = (await getLocale()) === 'en' ? 'en' : 'zh-CN';
  const opens = mayDo(role, 'attachment.read');
  const files = opens ? await listAttachments({ ...subject, by: await staffHere() }) : [];
  const names = await listStaffNames(files.map(({ uploadedBy }) => uploadedBy));
  const facts = { most: query.unattached === 'attachment_limit' ? MOST_ATTACHMENTS : 5 };
  return (
    <Card id="files" className="grid gap-4">
      <h2 className="text-lg font-semibold">{t('title')}</h2>
      {query.attached ? (
        <Notice tone="ok" role="status">
          {t('done')}
        </Notice>
      ) : null}
      {query.unattached && isCode(query.unattached) ? (
        <Notice tone="bad" role="alert">
          {refusalText(query.unattached, locale, facts)}
        </Notice>
      ) : null}
      {opens && files.length === 0 ? <p className="text-sm text-soft">{t('none')}</p> : null}
      <ul className="grid gap-3 empty:hidden">
        {files.map(({ id, fileName, sizeBytes, uploadedBy, createdAt }) => (
          <li key={id} className="grid gap-0.5 text-sm">
            <TextLink href={`/office/attachments/${id}`} download>
              {fileName}
            </TextLink>
            <span className="flex flex-wrap gap-x-2 text-xs text-faint">
              <span>{t('size', { size: format.number(Math.ceil(sizeBytes / KB)) })}</span>
              <span>{names.get(uploadedBy)?.displayName ?? uploadedBy}</span>
              <Moment at={createdAt} />
            </span>
          </li>
        ))}
      </ul>
      {opens ? null : <p className="text-sm text-soft">{t('noOpen')}</p>}
      {mayDo(role, 'attachment.add') ? (
        <form
          action="/office/attachments"
          method="post"
          encType="multipart/form-data"
          className="grid gap-3 border-t border-line pt-4"
        >
          {/* Before the file: the server has read it when the file begins. */}
          <input type="hidden" name="subject" value={subject.subjectId} />
          <FileField
            name="file"
            label={t('file')}
            accept="image/png,image/jpeg,image/webp,application/pdf"
            required
            aria-describedby="files-hint"
          />
          <p id="files-hint" className="text-sm text-faint">
            {t('hint')}
          </p>
          <div>
            <Button type="submit" variant="secondary">
              {t('add')}
            </Button>
          </div>
        </form>
      ) : (
        <p className="text-sm text-soft">{t('readOnly')}</p>
      )}
    </Card>
  );
}
