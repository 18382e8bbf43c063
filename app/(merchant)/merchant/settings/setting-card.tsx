import type { ReactNode } from 'react';
import { Card } from '@/components/ui/card';

/** One thing that a merchant decides: what it is, what it does, and the form. */
export function SettingCard({
  title,
  lead,
  children,
}: {
  title: string;
  lead: string;
  children: ReactNode;
}) {
  return (
    <Card className="grid gap-4">
      <div className="grid gap-1">
        <h2 className="text-lg font-semibold">{title}</h2>
        <p className="text-soft">{lead}</p>
      </div>
      {children}
    </Card>
  );
}
