import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { CodeForm } from '@/app/(auth)/code-form';
import { maskPhone } from '@/lib/auth/rules';
import { signInShopperAction } from '../actions';
import { pendingPhone } from '../pending';
import { readNext, type SearchParams } from '../read-next';
import { SignInPage } from '../sign-in-page';
import { OtherWays } from './other-ways';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('signIn'))('code.title') };
}

export default async function SignInCodePage({ searchParams }: { searchParams: SearchParams }) {
  const t = await getTranslations('signIn');
  const next = await readNext(searchParams);
  const phone = await pendingPhone(next);
  return (
    <SignInPage
      title={t('code.title')}
      lead={t('code.sentTo', { phone: maskPhone(phone) })}
      roles={['shopper']}
      next={next}
      below={<OtherWays next={next} />}
    >
      <CodeForm
        action={signInShopperAction}
        next={next}
        words={{
          code: t('code.label'),
          codeHint: t('code.hint'),
          submit: t('code.submit'),
          pending: t('code.pending'),
          broken: t('broken'),
        }}
      />
    </SignInPage>
  );
}
