/** One line of the tables of refusals: HTTP status, words in both languages, log level. */
export const refusal = (
  status: number,
  zh: string,
  en: string,
  level: 'info' | 'warn' = 'info',
) => ({
  status,
  level,
  zh,
  en,
});
