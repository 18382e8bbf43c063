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

// No Cross-Origin-Opener-Policy: a payment page that a shop opened must stay its window.
const EVERYWHERE = [
  { key: 'X-Content-Type-Options', value: 'nosniff' },
  { key: 'X-Frame-Options', value: 'DENY' },
  { key: 'Referrer-Policy', value: 'strict-origin-when-cross-origin' },
  { key: 'Permissions-Policy', value: 'camera=(), geolocation=(), microphone=()' },
];
// Set at build time; the cashier's pages also send it by the environment they run in (proxy.ts).
if (process.env.CASHIER_ENV === 'production') {
  EVERYWHERE.push({
    key: 'Strict-Transport-Security',
    value: 'max-age=31536000',
  });
}

/** @type {import('next').NextConfig} */
const config = {
  poweredByHeader: false,
  reactStrictMode: true,
  // `npm test` checks the types of the whole tree; a build has no test packages to check it with.
  typescript: { ignoreBuildErrors: true },
  serverExternalPackages: ['@prisma/adapter-pg', '@prisma/client', 'pg', 'pg-boss', 'pino'],
  headers: async () => [
    { source: '/:path*', headers: EVERYWHERE },
    {
      source: '/((?!pay(?:/|$)|api/).*)',
      headers: [{ key: 'Content-Security-Policy', value: CONTENT_SECURITY_POLICY }],
    },
    { source: '/pay/:path*', headers: [{ key: 'X-Robots-Tag', value: 'noindex, nofollow' }] },
  ],
};

export default withNextIntl(config);
