import type { SignOutcome } from '../agreement-port';
import type { Evidence, NoAnswer } from '../port';
import { evidenceOf } from './evidence';
import { type Fields, readAnswer } from './read-fields';
import { meaningOf, signingMeaningOf } from './response-codes';
import { differenceIn, type Expected, echoDifference, unreadable } from './translate';
import { toCardType } from './values';

const TOKEN = /^[0-9A-Za-z]{1,64}$/;
const TOO_OFTEN = '37';

/** A verified answer to the sending of a signing's code. */
export function translateSignCode(
  fields: Fields,
  expected: Expected,
  expiresAt: Date,
): SignOutcome {
  const foreign = differenceIn(fields, expected) ?? echoDifference(fields, expected);
  if (foreign) return unreadable(fields, foreign);
  const evidence = evidenceOf(fields);
  if (fields.respCode === '00') return { kind: 'code_sent', expiresAt, evidence };
  if (fields.respCode === TOO_OFTEN) return { kind: 'failed', reason: 'too_many_codes', evidence };
  const meaning = signingMeaningOf(fields.respCode);
  switch (meaning) {
    case 'succeeded':
    case 'pending':
    case 'not_found':
    case 'unclear':
      return unreadable(fields, 'nobody knows whether a code was sent');
    default:
      return { kind: 'failed', reason: meaning, evidence };
  }
}

/** A verified answer to the opening of a token. */
export function translateSigning(fields: Fields, expected: Expected, trId: string): SignOutcome {
  const foreign = differenceIn(fields, expected) ?? echoDifference(fields, expected);
  return foreign ? unreadable(fields, foreign) : decide(fields.respCode, fields, trId);
}

/** A verified answer of queryTrans about a signing. `final`: nothing can still be on its way. */
export function translateSignQuery(
  fields: Fields,
  expected: Expected,
  trId: string,
  final: boolean,
): SignOutcome {
  const foreign = differenceIn(fields, expected);
  if (foreign) return unreadable(fields, foreign);
  const asked = meaningOf(fields.respCode);
  const original = signingMeaningOf(fields.origRespCode);
  if (asked === 'not_found' || (fields.respCode === '00' && original === 'not_found')) {
    const evidence = evidenceOf(fields);
    return final
      ? { kind: 'failed', reason: 'not_received', evidence }
      : { kind: 'pending', evidence };
  }
  if (fields.respCode !== '00') return unreadable(fields, 'the query was refused');
  // A success of another kind (a code that was sent, say) has no token to show.
  if (original === 'succeeded' && fields.txnType !== expected.txnType) {
    return unreadable(fields, 'txnType is not what was asked for');
  }
  return decide(fields.origRespCode, fields, trId);
}

export type Ending =
  | { kind: 'ended'; evidence: Evidence }
  /** It was asked for before, under this number, and what became of it is in a query. */
  | { kind: 'repeated' }
  | { kind: 'failed'; reason: 'declined'; evidence: Evidence }
  | NoAnswer;

/** A verified answer to the ending of a token. */
export function translateEnding(fields: Fields, expected: Expected): Ending {
  const foreign = differenceIn(fields, expected) ?? echoDifference(fields, expected);
  return foreign ? unreadable(fields, foreign) : endingOf(fields.respCode, fields);
}

/** A verified answer of queryTrans about an ending. */
export function translateEndQuery(fields: Fields, expected: Expected): Ending {
  const foreign = differenceIn(fields, expected);
  if (foreign) return unreadable(fields, foreign);
  if (fields.respCode !== '00') return unreadable(fields, 'the query was refused');
  return endingOf(fields.origRespCode, fields);
}

function endingOf(code: string | undefined, fields: Fields): Ending {
  const evidence = evidenceOf(fields);
  if (code === '12') return { kind: 'repeated' };
  const meaning = meaningOf(code, 'token');
  switch (meaning) {
    case 'succeeded':
    // There is no such token: ended before.
    case 'agreement_ended':
      return { kind: 'ended', evidence };
    case 'pending':
    case 'not_found':
    case 'unclear':
      return unreadable(fields, 'the code does not say whether it ended');
    default:
      return { kind: 'failed', reason: 'declined', evidence };
  }
}

function decide(code: string | undefined, fields: Fields, trId: string): SignOutcome {
  const meaning = signingMeaningOf(code);
  switch (meaning) {
    case 'succeeded':
      return signed(fields, trId);
    case 'pending':
      return { kind: 'pending', evidence: evidenceOf(fields) };
    case 'not_found':
    case 'unclear':
      return unreadable(fields, 'the code does not say whether the card was signed');
    default:
      return { kind: 'failed', reason: meaning, evidence: evidenceOf(fields) };
  }
}

function signed(fields: Fields, trId: string): SignOutcome {
  if ((fields.activateStatus ?? '1') !== '1') return unreadable(fields, 'the token is not active');
  const data = tokenDataOf(fields.tokenPayData);
  if (!data?.token || !TOKEN.test(data.token)) return unreadable(fields, 'the token is missing');
  if ((data.trId ?? trId) !== trId) return unreadable(fields, 'trId is not ours');
  const cardType = toCardType(fields.payCardType);
  return {
    kind: 'signed',
    channelAgreementNo: data.token,
    ...(cardType ? { cardType } : {}),
    evidence: evidenceOf(fields),
  };
}

/** `{token=…&trId=…&…}`. */
function tokenDataOf(text = ''): Fields | undefined {
  const read = /^\{.*\}$/.test(text) ? readAnswer(text.slice(1, -1)) : undefined;
  return read?.ok ? read.fields : undefined;
}
