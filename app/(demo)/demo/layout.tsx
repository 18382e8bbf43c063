import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { PageFrame } from '@/app/_server/page-frame';
import { accentProperties } from '@/components/ui/accent';
import { openShop } from './open-shop';

const SHOP_COLOUR = '#0f766e';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('demo');
  return { title: t('shop'), robots: { index: false } };
}

export default async function DemoLayout({ children }: { children: ReactNode }) {
  openShop();
  const t = await getTranslations('demo');
  return (
    <div className="accented" style={accentProperties(SHOP_COLOUR)}>
      <PageFrame brand={<Brand name={t('shop')} />} width="wide" footer={t('footer')}>
        {children}
      </PageFrame>
    </div>
  );
}

function Brand({ name }: { name: string }) {
  return (
    <a href="/demo" className="inline-flex min-h-11 items-center gap-2.5 rounded-mark">
      <svg viewBox="0 0 32 32" className="size-8" aria-hidden="true">
        <rect width="32" height="32" rx="9" fill={SHOP_COLOUR} />
        <path
          d="M20.5 6.5c-2.8 1-5.8 1.5-9 1.7M16 7.8V26M9 13.5h14M16 14.5c-1.4 3.4-3.7 6-7 7.6M16 14.5c1.4 3.4 3.7 6 7 7.6"
          fill="none"
          stroke="#fff"
          strokeWidth="2.2"
          strokeLinecap="round"
        />
      </svg>
      <span>{name}</span>
    </a>
  );
}
