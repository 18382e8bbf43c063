'use server';

import { redirect } from 'next/navigation';
import { action } from '@/app/_server/action';
import { staffActor, staffMay } from '@/app/_server/staff';
import { createMaintenance } from '@/lib/channel-health/create-maintenance';
import { revokeMaintenance } from '@/lib/channel-health/revoke-maintenance';
import { maintenanceInput, revokeMaintenanceInput } from './maintenance-input';

export const planMaintenanceAction = action({
  name: 'plan maintenance',
  input: maintenanceInput,
  may: staffMay('maintenance.plan'),
  run: async (planned, user) => {
    await createMaintenance({ ...planned, by: staffActor(user) });
    redirect(`/office/channels?planned=${planned.channel}`);
  },
});

export const revokeMaintenanceAction = action({
  name: 'cancel maintenance',
  input: revokeMaintenanceInput,
  may: staffMay('maintenance.plan'),
  run: async ({ id }, user): Promise<never> => {
    await revokeMaintenance({ id, by: staffActor(user) });
    redirect('/office/channels?cancelled=1');
  },
});
