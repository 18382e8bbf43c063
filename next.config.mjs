import createNextIntlPlugin from 'next-intl/plugin';

const withNextIntl = createNextIntlPlugin('./app/_server/i18n.ts');

/** For every page but the cashier's, which get a nonce from proxy.ts at the price of speed. */
const CONTENT_SECURITY_POLICY = [
  "default-src 'self'",
  "script-src 'self' 'unsafe-inline'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ');
/** What programs read draws nothing, whatever a browser takes it for. */
const PROGRAM_POLICY =
  "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
/**
 * Addresses with a policy of their own: Next drops an answer's header where one of that name stands here. The cashier's
 * pages, attachments, plain pages, and programs' addresses (next-auth has pages among them).
 */
const OWN_POLICY =
  'pay(?:/|$)|claim/|l/|office/attachments/|trouble$|unknown-link$|unknown-order$|gallery/plain/|api/(?!auth/)';

/** What no page of ours uses; an SMS code may be read from its message, and a text be copied. */
const PERMISSIONS_POLICY = [
  'accelerometer',
  'bluetooth',
  'camera',
  'display-capture',
  'geolocation',
  'gyroscope',
  'hid',
  'magnetometer',
  'microphone',
  'midi',
  'payment',
  'serial',
  'usb',
]
  .map((name) => `${name}=()`)
  .join(', ');

// Other sites hear which site somebody comes from, and no more: some payment pages refuse whoever does not say so.
const EVERYWHERE = [
  { key: 'X-Content-Type-Options', value: 'nosniff' },
  { key: 'X-Frame-Options', value: 'DENY' },
  { key: 'Referrer-Policy', value: 'strict-origin-when-cross-origin' },
  { key: 'Permissions-Policy', value: PERMISSIONS_POLICY },
];
// Set at build time; the cashier's pages also send it by the environment they run in (proxy.ts).
if (process.env.CASHIER_ENV === 'production') {
  EVERYWHERE.push({
    key: 'Strict-Transport-Security',
    value: 'max-age=31536000; includeSubDomains',
  });
}
/**
 * Who works here has no window of a shop's to keep. No such thing on a payment page or on what it leads to (signing in, the
 * wallet): a shop that opened it must see that it is still open.
 */
const ALONE = ['/office/:path*', '/merchant/:path*', '/sign-in/staff/:path*', '/join/:path*'];

/** @type {import('next').NextConfig} */
const config = {
  // Where money is real nothing may end the process by name: lib/core/fail-point.ts is empty in such a build.
  ...(process.env.CASHIER_ENV === 'production' ? { env: { FAIL_POINTS: 'none' } } : {}),
  poweredByHeader: false,
  reactStrictMode: true,
  // `npm test` checks the types of the whole tree; a build has no test packages to check it with.
  typescript: { ignoreBuildErrors: true },
  serverExternalPackages: [
    '@opentelemetry/api',
    '@opentelemetry/exporter-trace-otlp-http',
    '@opentelemetry/resources',
    '@opentelemetry/sdk-trace',
    '@prisma/adapter-pg',
    '@prisma/client',
    'pg',
    'pg-boss',
    'pino',
    'prom-client',
  ],
  headers: async () => [
    { source: '/:path*', headers: EVERYWHERE },
    {
      source: `/((?!${OWN_POLICY}).*)`,
      headers: [{ key: 'Content-Security-Policy', value: CONTENT_SECURITY_POLICY }],
    },
    {
      source: '/api/((?!auth/).*)',
      headers: [{ key: 'Content-Security-Policy', value: PROGRAM_POLICY }],
    },
    // Files and next-auth's pages: their refusals and redirects too, on which a route's own word does not stand.
    ...['/api/auth/:path*', '/:path*.csv', '/office/attachments/:id', '/gallery/plain/:state'].map(
      (source) => ({ source, headers: [{ key: 'Cache-Control', value: 'no-store' }] }),
    ),
    ...ALONE.map((source) => ({
      source,
      headers: [{ key: 'Cross-Origin-Opener-Policy', value: 'same-origin' }],
    })),
    { source: '/pay/:path*', headers: [{ key: 'X-Robots-Tag', value: 'noindex, nofollow' }] },
    { source: '/l/:path*', headers: [{ key: 'X-Robots-Tag', value: 'noindex, nofollow' }] },
    // What these addresses open is a part of the address: it is told to nobody but ourselves.
    ...['/claim/:path*', '/join/:path*'].map((source) => ({
      source,
      headers: [
        { key: 'X-Robots-Tag', value: 'noindex, nofollow' },
        { key: 'Referrer-Policy', value: 'same-origin' },
      ],
    })),
  ],
};

export default withNextIntl(config);
