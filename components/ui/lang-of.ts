/** For words that somebody else wrote: a screen reader is told when they are Chinese. */
export const langOf = (text: string): 'zh-CN' | undefined =>
  /\p{Script=Han}/u.test(text) ? 'zh-CN' : undefined;
