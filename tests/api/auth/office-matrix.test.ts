import { beforeAll, expect, inject, test } from 'vitest';
import { STAFF_ROLES, type StaffRole } from '@/lib/core/staff-permissions';
import { mayBy } from '@/tests/support/ask-permission';
import { seedStaff } from '@/tests/support/factories/staff';
import { makeStaff } from '@/tests/support/make-staff';
import { OFFICE_ADDRESSES, rolesFor } from '@/tests/support/office-matrix';
import { addressOf, answerAt, doorsOf, sessionCookie } from '@/tests/support/room-doors';

const room = `${inject('stack').origin}/office`;

const cookies = new Map<StaffRole, string>();
let merchant: string;
beforeAll(async () => {
  for (const role of STAFF_ROLES) {
    cookies.set(role, await sessionCookie({ role: 'office', id: (await makeStaff(role)).id }));
  }
  merchant = await sessionCookie({ role: 'merchant', id: (await seedStaff()).id });
});

test('every page and route of the office is in the matrix, and nothing else is', () => {
  expect(doorsOf('office')).toEqual(Object.keys(OFFICE_ADDRESSES).sort());
});

test.each(Object.entries(OFFICE_ADDRESSES))(
  '%s opens for exactly those whose role may, and for nobody from outside',
  async (file, { takes, at, post }) => {
    const path = addressOf(file, { at });
    const answerTo = (cookie = '') => answerAt(room, path, { cookie, post });
    const isForAll = takes === 'membership' || path === 'not-permitted';
    const staff = await Promise.all(
      STAFF_ROLES.map(async (role) => [role, await answerTo(cookies.get(role))]),
    );
    expect(Object.fromEntries(staff)).toEqual(
      mayBy(STAFF_ROLES, isForAll ? STAFF_ROLES : rolesFor([takes])),
    );
    expect(await answerTo()).not.toBe('may');
    expect(await answerTo(merchant)).not.toBe('may');
  },
);
