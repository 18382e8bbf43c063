import { describe, expect, test } from 'vitest';
import { mayDo, STAFF_PERMISSIONS, STAFF_ROLES } from '@/lib/core/staff-permissions';
import { askingBy, askPermission, mayBy } from '@/tests/support/ask-permission';
import { makeStaff } from '@/tests/support/make-staff';
import {
  MAY,
  OFFICE_USE_CASES,
  PARTS,
  READ_BY_OTHERS,
  rolesFor,
} from '@/tests/support/office-matrix';
import { VERBS } from '@/tests/tidy/rules';
import { readTree } from '@/tests/tidy/tree';

test('the table of permissions says what is written down beside it, for every role and action', () => {
  for (const role of STAFF_ROLES) {
    const may = Object.keys(STAFF_PERMISSIONS).filter((action) =>
      mayDo(role, action as keyof typeof STAFF_PERMISSIONS),
    );
    expect([role, may.sort()]).toEqual([role, [...MAY[role]].sort()]);
  }
});

test('every use case that asks for a permission is in the matrix', () => {
  const asking = askingBy(/\b(requireMay|changeMember)\(/).filter((path) => !PARTS.includes(path));
  const known = Object.keys(OFFICE_USE_CASES);
  expect(asking.filter((path) => !known.includes(path))).toEqual([]);
});

test('whatever a page, a form or an upload of the office calls is in the matrix, or read by others, too', () => {
  const rooms = readTree('app/(office)').filter(({ path }) => /\.tsx?$/.test(path));
  expect(rooms.length).toBeGreaterThan(100);
  const called = rooms.flatMap(({ source }) =>
    [...source.matchAll(/import \{[^}]*\} from '@\/lib\/([a-z-]+\/[a-z-]+)'/g)].map(
      ([, path]) => path ?? '',
    ),
  );
  const used = [...new Set(called)].filter((path) =>
    VERBS.some((verb) => path.split('/')[1]?.startsWith(`${verb}-`)),
  );
  const known = [...Object.keys(OFFICE_USE_CASES), ...READ_BY_OTHERS];
  expect(used.filter((path) => !known.includes(path))).toEqual([]);
  expect(READ_BY_OTHERS.filter((path) => !used.includes(path))).toEqual([]);
});

describe('exactly those may whose role may', () => {
  test.each(Object.entries(OFFICE_USE_CASES))('%s', async (path, { takes, given = {} }) => {
    const answers: Record<string, string> = {};
    for (const role of STAFF_ROLES) {
      const { id, staffRole, displayName } = await makeStaff(role);
      const by = { id, staffRole, displayName };
      const who = path === 'subscriptions/cancel-subscription' ? { office: by } : by;
      answers[role] = await askPermission(path, { ...given, by: who });
    }
    expect(answers).toEqual(mayBy(STAFF_ROLES, rolesFor(takes)));
  });
});
