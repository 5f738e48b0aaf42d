import { hash, verify } from "@node-rs/argon2";

/** OWASP's floor for argon2id: 19 MiB, two passes, one lane. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** The argon2id hash of a password (PHC text). */
export function hashPassword(password: string): Promise<string> {
  return hash(password, cost);
}

/** Whether a password fits. Without a hash it takes the same time and says no, so that accounts can't be guessed. */
export async function verifyPassword(stored: string | null, password: string): Promise<boolean> {
  const known = stored ?? (await decoy());
  return (await verify(known, password)) && stored !== null;
}

let decoyHash: Promise<string> | null = null;

function decoy(): Promise<string> {
  decoyHash ??= hashPassword("nobody has this password");
  return decoyHash;
}
