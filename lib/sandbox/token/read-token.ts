import type { Problem } from '../acp/check-request';
import type { Fields } from '../acp/fields';
import { readGroup } from '../acp/sensitive';
import type { Token } from '../state/records';
import type { Store } from '../state/store';

/** The trId of a request that has no token yet; a Problem when tokenPayData is not so. */
export function readTrId(fields: Fields): string | Problem {
  const { trId = '', tokenType } = readGroup(fields.tokenPayData ?? '') ?? {};
  if (trId === '' || tokenType === undefined) return { respCode: '13', detail: 'tokenPayData' };
  if (tokenType !== '01') return { respCode: '10', detail: 'tokenType' };
  return /^\d{11}$/.test(trId) ? trId : { respCode: '89', detail: 'trId' };
}

/** The merchant's own living token that a request names; 89 when there is none, also when it was ended. */
export function readToken(store: Store, fields: Fields): Token | Problem {
  const { token = '', trId = '' } = readGroup(fields.tokenPayData ?? '') ?? {};
  if (token === '' || trId === '') return { respCode: '13', detail: 'tokenPayData' };
  const found = store.findToken(token);
  const good = found && !found.ended && found.merId === fields.merId && found.trId === trId;
  return good ? found : { respCode: '89' };
}

export const isProblem = (value: object | string): value is Problem =>
  typeof value === 'object' && 'respCode' in value;
