'use client';

import { Button } from '@/components/ui/button';

export function PrintButton({ label }: { label: string }) {
  return (
    <Button variant="secondary" block onClick={() => print()}>
      {label}
    </Button>
  );
}
