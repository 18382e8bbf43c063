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
          d="M16 6v20M9.5 12.5h13M16 14c-1.2 3.6-3.6 6.4-7 8M16 14c1.2 3.6 3.6 6.4 7 8"
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
