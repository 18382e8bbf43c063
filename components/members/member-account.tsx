import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Notice } from '@/components/ui/notice';
import { MemberFacts } from './member-facts';
import type { Room, ShownMember } from './shown-member';

/** A member's page: what was just done, how they stand, and what can be done; never to one's own account. */
export function MemberAccount({
  room,
  member,
  done,
  own,
  children,
}: {
  room: Room;
  member: ShownMember & { checksFrom?: Date | null };
  done: string | undefined;
  /** Whether it is the reader's own account. */
  own: boolean;
  children: ReactNode;
}) {
  const t = useTranslations(room);
  return (
    <>
      {done ? (
        <Notice tone="ok" role="status">
          {t(`done.${done}`)}
        </Notice>
      ) : null}
      <MemberFacts room={room} member={member} />
      {own ? <Notice>{t('own')}</Notice> : children}
    </>
  );
}
