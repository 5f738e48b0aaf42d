/** Classified protection level 3: five failures lock an account for a quarter of an hour. */
export const loginPolicy = { maxFailures: 5, lockMs: 15 * 60_000, minLength: 8, maxLength: 128 };

/** What a failed try leaves behind: one more failure, and at the limit a lock and a fresh count. */
export function afterFailure(failures: number, now: Date): { failedLogins: number; lockedUntil: Date | null } {
  const next = failures + 1;
  if (next < loginPolicy.maxFailures) return { failedLogins: next, lockedUntil: null };
  return { failedLogins: 0, lockedUntil: new Date(now.getTime() + loginPolicy.lockMs) };
}

/** Passwords that come first in every list of stolen ones; compared without case. */
const common = new Set([
  "12345678",
  "123456789",
  "1234567890",
  "11111111",
  "00000000",
  "88888888",
  "66666666",
  "password",
  "password1",
  "passw0rd",
  "qwertyuiop",
  "qwerty123",
  "1qaz2wsx",
  "1q2w3e4r",
  "abc12345",
  "abcd1234",
  "a1234567",
  "a12345678",
  "iloveyou",
  "admin123",
  "admin888",
  "woaini1314",
  "woaini520",
  "asdfghjkl",
  "zxcvbnm123",
  "aa123456",
  "5201314520",
  "147258369",
  "87654321",
  "huiqitong",
]);

/** Why a new password won't do, as the last part of a translation key; null when it will. */
export function passwordProblem(
  password: string,
  loginName: string,
): "tooShort" | "tooLong" | "common" | "sameAsLogin" | null {
  if (password.length < loginPolicy.minLength) return "tooShort";
  if (password.length > loginPolicy.maxLength) return "tooLong";
  if (common.has(password.toLowerCase())) return "common";
  if (password.toLowerCase() === loginName.toLowerCase()) return "sameAsLogin";
  return null;
}
