import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { newFormKey } from '@/app/_server/form-key';
import { isFormPost } from '@/app/_server/is-form-post';
import { LinkScreen } from './link-screen';
import { loadLink } from './load-link';

type Props = {
  params: Promise<{ code: string }>;
  searchParams: Promise<{ updated?: string | string[] }>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { link } = await loadLink((await params).code);
  const t = await getTranslations('paymentLinks.pay');
  return { title: t('title', { subject: link.subject }), robots: { index: false } };
}

/** What a payment link or a printed code leads to: for whom, for what, how much, and on to paying. */
export default async function LinkPage({ params, searchParams }: Props) {
  const { code } = await params;
  const { updated } = await searchParams;
  return (
    <LinkScreen
      page={await loadLink(code)}
      code={code}
      formKey={newFormKey()}
      updated={updated === '1' && !(await isFormPost())}
    />
  );
}
