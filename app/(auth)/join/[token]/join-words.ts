import type { JoinWords } from './join-form';

type Key =
  | 'join.name'
  | 'join.nameHint'
  | 'join.password'
  | 'join.passwordHint'
  | 'join.submit'
  | 'pending'
  | 'broken';

export const joinWords = (t: (key: Key) => string): JoinWords => ({
  name: t('join.name'),
  nameHint: t('join.nameHint'),
  password: t('join.password'),
  passwordHint: t('join.passwordHint'),
  submit: t('join.submit'),
  pending: t('pending'),
  broken: t('broken'),
});
