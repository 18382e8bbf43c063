import { notFound } from 'next/navigation';
import { demoShop, type Shop } from '@/lib/demo/shop';

/** The demo shop, or "no such page" where money is real. */
export function openShop(): Shop {
  return demoShop() ?? notFound();
}
