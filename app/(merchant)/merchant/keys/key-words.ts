type Key = 'yourCode' | 'copy' | 'copied' | 'pending' | 'broken';

/** What both forms for a new key say. */
export const createWords = (t: (key: Key) => string) => ({
  code: t('yourCode'),
  copy: t('copy'),
  copied: t('copied'),
  pending: t('pending'),
  broken: t('broken'),
});
