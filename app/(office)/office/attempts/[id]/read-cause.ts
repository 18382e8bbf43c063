/** Why a payment moved, as the use cases write it down, and under which key its words are. */
const KEYS = {
  pay: 'pay',
  'sent to the channel': 'sent',
  'asked the channel': 'asked',
  'paid from balance': 'balance',
  'late payment accepted': 'lateAccepted',
  'the code was asked for again': 'codeAgain',
  'the shopper typed the code': 'codeTyped',
  'the QR code is about to end': 'qrEnding',
  'the app is not on this phone': 'noApp',
  'the shopper chooses another way': 'otherWay',
  closed: 'closed',
  confirmed: 'confirmed',
  'nothing is owed any more': 'notOwed',
  'the code got lost': 'codeLost',
  'the last code was wrong': 'codesWrong',
  'another code was asked for': 'codeAnew',
  'it was left behind': 'leftBehind',
  'the channel named it after it had failed': 'named',
} as const;

type Key = (typeof KEYS)[keyof typeof KEYS] | 'notice';

/** undefined for what has no words of its own: then it is shown as it was written. */
export function readCause(cause: string): { key: Key; id: string } | undefined {
  const notice = /^notice (ntc_[0-9a-z]+)$/.exec(cause)?.[1];
  if (notice) return { key: 'notice', id: notice };
  return Object.hasOwn(KEYS, cause) ? { key: KEYS[cause as keyof typeof KEYS], id: '' } : undefined;
}
