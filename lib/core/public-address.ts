import ipaddr from 'ipaddr.js';

// Public by their range, but answered by a cloud's own machinery: Azure's wire server.
const NEVER_PUBLIC = new Set(['168.63.129.16']);
/** All that is given out for the public internet; what lies outside embeds IPv4 addresses or is reserved. */
const GLOBAL_IPV6 = ipaddr.IPv6.parseCIDR('2000::/3');

/**
 * Is this an ordinary public address? No loopback, private, link-local (cloud metadata), shared,
 * multicast, documentation or tunnelled one (6to4, NAT64, Teredo), in either family.
 */
export function isPublicAddress(address: string): boolean {
  if (!ipaddr.isValid(address)) return false;
  // An IPv4 address written as IPv6 is judged as what it is.
  const parsed = ipaddr.process(address);
  if (parsed instanceof ipaddr.IPv6 && !parsed.match(GLOBAL_IPV6)) return false;
  return parsed.range() === 'unicast' && !NEVER_PUBLIC.has(parsed.toString());
}

/** A place inside the network that notices may go to all the same; no port: any (tests only). */
export interface PrivateTarget {
  host: string;
  port: number | null;
}

const TARGET = /^(?<host>[a-z0-9.-]{1,253}|\[[0-9a-f:.]{2,45}\]):(?<port>[1-9]\d{0,4}|\*)$/;

/** "localhost:4000", "[::1]:4000", "127.0.0.1:*"; undefined when it is none. */
export function readPrivateTarget(text: string): PrivateTarget | undefined {
  const { host, port } = TARGET.exec(text)?.groups ?? {};
  if (!host || !port || Number(port) > 65_535) return undefined;
  return { host, port: port === '*' ? null : Number(port) };
}

/** Is the address's host and port one of those, to the letter? */
export function isPrivateTarget(address: URL, targets: readonly PrivateTarget[]): boolean {
  const port = Number(address.port || (address.protocol === 'https:' ? 443 : 80));
  return targets.some(
    (target) => target.host === address.hostname && (target.port === null || target.port === port),
  );
}
