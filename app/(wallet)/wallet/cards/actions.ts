'use server';

import { redirect } from 'next/navigation';
import { action } from '@/app/_server/action';
import { clientAddress } from '@/lib/auth/client-address';
import { bindCard } from '@/lib/wallets/bind-card';
import { removeCard } from '@/lib/wallets/remove-card';
import { bindInput, removeInput } from '@/lib/wallets/schema';
import { idOf, shopper } from '../shopper';

export const bindAction = action({
  name: 'bind card',
  input: bindInput,
  may: shopper,
  run: async ({ cardNo }, user) => {
    await bindCard({ userId: idOf(user), cardNo, address: await clientAddress() });
    redirect('/wallet/cards');
  },
});

export const removeAction = action({
  name: 'remove card',
  input: removeInput,
  may: shopper,
  run: async ({ card }, user) => {
    await removeCard({ userId: idOf(user), bankCardId: card });
    redirect('/wallet/cards');
  },
});
