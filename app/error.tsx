'use client';

import { useSyncExternalStore } from 'react';
import { Button } from '@/components/ui/button';
import { Message } from '@/components/ui/message';

const WORDS = {
  'zh-CN': {
    title: '页面出错了',
    body: '您的付款不会因此重复。请重试；若仍有问题，请告诉我们这个编号：',
    retry: '重试',
  },
  en: {
    title: 'Something broke on our side',
    body: 'You will not be charged twice because of it. Please try again; if it stays, quote this:',
    retry: 'Try again',
  },
};

const neverChanges = () => () => undefined;
const pageLanguage = () => (document.documentElement.lang === 'en' ? 'en' : 'zh-CN');

/** Rendered in the browser only, where the page's language is on the document. */
export default function ErrorPage({
  error,
  reset,
}: {
  error: Error & { digest?: string };
  reset: () => void;
}) {
  const words = WORDS[useSyncExternalStore(neverChanges, pageLanguage, () => 'zh-CN' as const)];
  return (
    <main className="mx-auto max-w-md px-4 py-10">
      <Message
        mark="bad"
        title={words.title}
        body={
          <>
            {words.body} <code className="font-mono">{error.digest ?? '—'}</code>
          </>
        }
      >
        <Button onClick={reset} block>
          {words.retry}
        </Button>
      </Message>
    </main>
  );
}
