/** A link by which a password is set lives for a day. */
export const passwordLinkMs = 24 * 3600_000;

/** Whether a link may still be used. */
export function isOpenLink(link: { expiresAt: Date; usedAt: Date | null }, now: Date): boolean {
  return link.usedAt === null && link.expiresAt > now;
}
