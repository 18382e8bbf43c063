/** Which of our languages the reader has chosen. */
export const LOCALE_COOKIE = 'locale';
