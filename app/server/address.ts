/** Where a request comes from, as people write it: an IPv4 address that came over IPv6 (RFC 4291, 2.5.5.2) is one of IPv4. */
export function addressOf(ip: string | undefined): string {
  return (ip ?? "").replace(/^::ffff:(?=\d+\.\d+\.\d+\.\d+$)/i, "");
}
