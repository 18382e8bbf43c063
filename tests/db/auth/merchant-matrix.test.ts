import { describe, expect, test } from 'vitest';
import {
  MERCHANT_PERMISSIONS,
  MERCHANT_ROLES,
  type MerchantAction,
  merchantMay,
} from '@/lib/core/merchant-permissions';
import { askingBy, askPermission, mayBy } from '@/tests/support/ask-permission';
import { makeMember } from '@/tests/support/make-member';
import {
  MERCHANT_MAY,
  MERCHANT_PARTS,
  MERCHANT_USE_CASES,
  merchantRolesFor,
} from '@/tests/support/merchant-matrix';

test('the table of permissions says what is written down beside it, for every role and action', () => {
  for (const role of MERCHANT_ROLES) {
    const may = Object.keys(MERCHANT_PERMISSIONS).filter((action) =>
      merchantMay(role, action as MerchantAction),
    );
    expect([role, may.sort()]).toEqual([role, [...MERCHANT_MAY[role]].sort()]);
  }
});

test('every use case that asks for a member’s permission is in the matrix', () => {
  const asking = askingBy(/\b(requireMerchantMay|changeColleague|changeSetting)\(/).filter(
    (path) => !MERCHANT_PARTS.includes(path),
  );
  // What reaches it through a part asks there.
  const known = [...Object.keys(MERCHANT_USE_CASES), 'subscriptions/cancel-subscription'];
  expect(asking.filter((path) => !known.includes(path))).toEqual([]);
});

describe('exactly those members may whose role may', () => {
  test.each(Object.entries(MERCHANT_USE_CASES))('%s', async (path, { takes, given = {} }) => {
    const answers: Record<string, string> = {};
    for (const role of MERCHANT_ROLES) {
      const { id, merchantId, merchantRole } = await makeMember({ role });
      answers[role] = await askPermission(path, { ...given, by: { id, merchantId, merchantRole } });
    }
    expect(answers).toEqual(mayBy(MERCHANT_ROLES, merchantRolesFor(takes)));
  });
});
