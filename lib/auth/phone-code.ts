/** What somebody may do who proves a phone without signing in, in the words of the message. */
export const PROVED = {
  subscriptions: {
    zh: '查看和取消话费订阅',
    en: 'seeing and cancelling what this phone’s bill is charged every period',
  },
  'refund-claim': {
    zh: '填写退款的收款账户',
    en: 'naming the account that a refund goes to',
  },
} as const;

export type PhoneCodePurpose = keyof typeof PROVED;

/** What a code is good for, and nothing else: a purpose, or one case of it ("refund-claim:rcs_…"). */
export type PhoneCodeSubject = PhoneCodePurpose | `${PhoneCodePurpose}:${string}`;

const purposeOf = (subject: PhoneCodeSubject) => subject.split(':')[0] as PhoneCodePurpose;

/** The text of the code. It says what it is for, so that nobody reads it out for something else. */
export function phoneCodeText(facts: {
  code: string;
  purpose: PhoneCodeSubject;
  host: string;
  minutes: number;
}): string {
  const { code, purpose, host, minutes } = facts;
  const { zh, en } = PROVED[purposeOf(purpose)];
  return [
    `【收银台】${zh}，验证码 ${code}，${minutes} 分钟内有效，请勿告诉任何人。`,
    `Code ${code} is for ${en}. It works for ${minutes} minutes. Tell it to nobody.`,
    '',
    `@${host} #${code}`,
  ].join('\n');
}
