import type { ReactNode } from 'react';
import { Card } from './card';
import { StatusMark, type StatusMarkKind } from './status-mark';

/** One thing to say, as large as it matters, and what can be done about it. */
export function Message({
  mark = 'info',
  title,
  body,
  children,
}: {
  mark?: StatusMarkKind;
  title: ReactNode;
  body?: ReactNode;
  children?: ReactNode;
}) {
  return (
    <Card className="grid justify-items-center gap-4 px-6 pt-9 pb-6 text-center">
      <StatusMark kind={mark} />
      <div className="grid gap-1.5">
        <h1 className="text-xl font-semibold">{title}</h1>
        {body ? <div className="text-pretty text-soft [&>p+p]:mt-1.5">{body}</div> : null}
      </div>
      {children ? <div className="mt-2 grid w-full gap-2.5">{children}</div> : null}
    </Card>
  );
}
