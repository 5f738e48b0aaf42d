/** Source of randomness, injected where identity or secrecy depends on it. */
export type Random = {
  /** A new UUID (version 7: sorts by time). */
  uuid(): string;
  /** URL-safe random text of `bytes` bytes of entropy. */
  token(bytes: number): string;
};
