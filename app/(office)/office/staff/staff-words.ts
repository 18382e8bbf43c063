import type { AddWords } from './add-form';

type Key =
  | 'add.name'
  | 'add.email'
  | 'roleName'
  | 'yourCode'
  | 'add.submit'
  | 'pending'
  | 'add.done'
  | 'add.password'
  | 'broken';

export const addWords = (t: (key: Key) => string): AddWords => ({
  name: t('add.name'),
  email: t('add.email'),
  role: t('roleName'),
  code: t('yourCode'),
  submit: t('add.submit'),
  pending: t('pending'),
  done: t('add.done'),
  password: t('add.password'),
  broken: t('broken'),
});
