import { useTranslations } from 'next-intl';
import { Badge } from '@/components/ui/badge';
import { langOf } from '@/components/ui/lang-of';
import { Moment } from '@/components/ui/moment';
import { Cell, ColumnHead, RowHead, Table } from '@/components/ui/table';
import { TextLink } from '@/components/ui/text-link';
import type { Room, ShownMember } from './shown-member';

/** Who works in a room, as what, and whether they can sign in. */
export function MembersTable({
  room,
  members,
  at,
  own,
}: {
  room: Room;
  members: readonly ShownMember[];
  /** Where each has a page. */
  at: string;
  /** The id of who is reading, where that is marked. */
  own?: string;
}) {
  const t = useTranslations(room);
  return (
    <Table
      label={t('title')}
      head={
        <>
          <ColumnHead>{t('name')}</ColumnHead>
          <ColumnHead>{t('roleName')}</ColumnHead>
          <ColumnHead>{t('authenticator.name')}</ColumnHead>
          <ColumnHead>{t('lastSignIn')}</ColumnHead>
          <ColumnHead>{t('state.name')}</ColumnHead>
        </>
      }
    >
      {members.map((member) => (
        <tr key={member.id}>
          <RowHead className="min-w-44 font-normal">
            <span lang={langOf(member.displayName)}>
              <TextLink href={`${at}/${member.id}`}>{member.displayName}</TextLink>
            </span>
            {member.id === own ? <span className="text-soft"> {t('you')}</span> : null}
            <span className="block text-xs break-all text-soft">{member.email}</span>
          </RowHead>
          <Cell>{t(`role.${member.role}`)}</Cell>
          <Cell>{t(member.hasAuthenticator ? 'authenticator.set' : 'authenticator.none')}</Cell>
          <Cell>{member.lastSignInAt ? <Moment at={member.lastSignInAt} /> : t('never')}</Cell>
          <Cell>
            {member.disabledAt ? (
              <Badge tone="bad">{t('state.disabled')}</Badge>
            ) : (
              <Badge tone="ok">{t('state.active')}</Badge>
            )}
          </Cell>
        </tr>
      ))}
    </Table>
  );
}
