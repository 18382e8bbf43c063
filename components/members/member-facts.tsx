import { useTranslations } from 'next-intl';
import { Card } from '@/components/ui/card';
import { DescriptionList } from '@/components/ui/description-list';
import { Moment } from '@/components/ui/moment';
import type { Room, ShownMember } from './shown-member';

/** How one member stands. */
export function MemberFacts({
  room,
  member,
}: {
  room: Room;
  /** With the time from which somebody of the office may agree to what others propose. */
  member: ShownMember & { checksFrom?: Date | null };
}) {
  const t = useTranslations(room);
  const { role, hasAuthenticator, createdAt, lastSignInAt, disabledAt, checksFrom } = member;
  return (
    <Card>
      <DescriptionList
        items={[
          { term: t('roleName'), detail: t(`role.${role}`) },
          {
            term: t('authenticator.name'),
            detail: t(hasAuthenticator ? 'authenticator.set' : 'authenticator.none'),
          },
          { term: t('since'), detail: <Moment at={createdAt} /> },
          {
            term: t('lastSignIn'),
            detail: lastSignInAt ? <Moment at={lastSignInAt} /> : t('never'),
          },
          ...(checksFrom ? [{ term: t('checksFrom'), detail: <Moment at={checksFrom} /> }] : []),
          {
            term: t('state.name'),
            detail: disabledAt ? (
              <>
                {t('state.disabled')} · <Moment at={disabledAt} />
              </>
            ) : (
              t('state.active')
            ),
          },
        ]}
      />
    </Card>
  );
}
