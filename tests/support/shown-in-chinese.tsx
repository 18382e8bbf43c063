import { AppRouterContext } from 'next/dist/shared/lib/app-router-context.shared-runtime';
import { NextIntlClientProvider } from 'next-intl';
import type { ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import cashier from '@/app/_messages/zh-CN/cashier.json';
import cashierCards from '@/app/_messages/zh-CN/cashier-cards.json';
import cashierStatus from '@/app/_messages/zh-CN/cashier-status.json';
import receipt from '@/app/_messages/zh-CN/receipt.json';
import words from '@/app/_messages/zh-CN/words.json';

/** Sent, and pressed by nobody. */
const nothing = (): void => undefined;
const NOWHERE = {
  bfcacheId: '',
  back: nothing,
  forward: nothing,
  refresh: nothing,
  push: nothing,
  replace: nothing,
  prefetch: nothing,
};

/** A part of the shopper's page as the server sends it. */
export const shownInChinese = (part: ReactNode): string =>
  renderToStaticMarkup(
    <AppRouterContext value={NOWHERE}>
      <NextIntlClientProvider
        locale="zh-CN"
        timeZone="Asia/Shanghai"
        messages={{ cashier, cashierCards, cashierStatus, receipt, words }}
      >
        {part}
      </NextIntlClientProvider>
    </AppRouterContext>,
  );
