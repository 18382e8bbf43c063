import type { AuthenticatorWords } from './authenticator-form';

type Key =
  | 'enrol.code'
  | 'enrol.codeHint'
  | 'enrol.password'
  | 'enrol.passwordHint'
  | 'enrol.submit'
  | 'enrol.pending'
  | 'broken';

export const enrolWords = (t: (key: Key) => string): AuthenticatorWords => ({
  code: t('enrol.code'),
  codeHint: t('enrol.codeHint'),
  password: t('enrol.password'),
  passwordHint: t('enrol.passwordHint'),
  submit: t('enrol.submit'),
  pending: t('enrol.pending'),
  broken: t('broken'),
});
