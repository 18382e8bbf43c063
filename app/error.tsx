'use client';

import { useEffect, useEffectEvent, useSyncExternalStore } from 'react';
import { LinkButton } from '@/components/ui/link-button';
import { Message } from '@/components/ui/message';
import { serverAnswers } from '@/components/ui/server-answers';

// An error page gets no words from the server, which has just failed.
const WORDS = {
  'zh-CN': {
    title: '页面出错了',
    money: '钱是安全的：付款以订单的状态为准，不会因为这个错误重复扣款。',
    next: '请重新打开，我们会再查一次。仍有问题，请告诉我们这个编号：',
    nextOrder: '不用重新付款，本页会自动再查。仍有问题，请告诉我们这个编号：',
    retry: '重新打开',
    order: '查看订单状态',
  },
  en: {
    title: 'Something broke on our side',
    money: 'Your money is safe: the order’s state counts, and this error charges nobody twice.',
    next: 'Open it again, and we look once more. If it stays, quote this:',
    nextOrder: 'Do not pay again: this page keeps looking by itself. If it stays, quote this:',
    retry: 'Open it again',
    order: 'See the order’s state',
  },
};

/** An order's page that could not be drawn tries again after so long, for as long as it takes. */
const AGAIN_MS = 5_000;

const neverChanges = () => () => undefined;
const pageLanguage = () => (document.documentElement.lang === 'en' ? 'en' : 'zh-CN');
const pageAddress = () => location.pathname + location.search;

/** Rendered in the browser only, where the page's language is on the document. */
export default function ErrorPage({
  error,
  retry,
}: {
  error: Error & { digest?: string };
  /** Fetches the page's content again and shows it. */
  retry: () => void;
}) {
  const words = WORDS[useSyncExternalStore(neverChanges, pageLanguage, () => 'zh-CN' as const)];
  const address = useSyncExternalStore(neverChanges, pageAddress, () => '/');
  const order = /^\/pay\/[\w-]+/.exec(address)?.[0];
  const again = useEffectEvent(async () => {
    if (document.visibilityState === 'visible' && (await serverAnswers())) retry();
  });
  useEffect(() => {
    if (order === undefined) return undefined;
    const timer = setInterval(again, AGAIN_MS);
    return () => clearInterval(timer);
  }, [order]);
  return (
    <main className="mx-auto max-w-md px-4 py-10">
      <Message
        mark="bad"
        title={words.title}
        body={
          <>
            <p>{words.money}</p>
            <p>
              {order ? words.nextOrder : words.next}{' '}
              <code className="font-mono">{error.digest ?? '—'}</code>
            </p>
          </>
        }
      >
        <LinkButton href={order ?? address} block>
          {order ? words.order : words.retry}
        </LinkButton>
      </Message>
    </main>
  );
}
