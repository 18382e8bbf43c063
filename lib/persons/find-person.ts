import { selectPersonOfUser } from './identity-store';
import type { Person } from './person';

/** The person that the user was identified as; undefined before that. */
export const findPerson = ({ userId }: { userId: string }): Promise<Person | undefined> =>
  selectPersonOfUser(userId);
