import { RateLimiterMemory, RateLimiterRes } from "rate-limiter-flexible";
import { Refusal } from "~/kernel/refusal";
import { loginPolicy } from "../domain/login-policy";

const seconds = loginPolicy.lockMs / 1000;

/** Failures a login name, known or not, may have, and those of one address. */
const perName = new RateLimiterMemory({ keyPrefix: "name", points: loginPolicy.maxFailures, duration: seconds });
const perAddress = new RateLimiterMemory({ keyPrefix: "address", points: 50, duration: seconds });

/**
 * Runs a try to sign in within the limits. A name that nobody has is refused after as many failures as one that
 * somebody has, so that the answers tell nothing. Tries that succeed don't count. Of the tries that a limit turns away,
 * the first in its time is told to `limited`: one row in the log, however many follow.
 * @throws Refusal `identity.locked` (429); also when the limiter itself fails
 */
export async function withinSignInLimits<T>(
  attempt: { loginName: string; address: string },
  work: () => Promise<T>,
  limited: () => Promise<void>,
): Promise<T> {
  const name = attempt.loginName.trim().toLowerCase().slice(0, 100);
  await consume(perAddress, attempt.address, limited);
  await consume(perName, name, limited);
  const result = await work();
  await Promise.all([perName.delete(name), perAddress.reward(attempt.address)]);
  return result;
}

async function consume(limiter: RateLimiterMemory, key: string, limited: () => Promise<void>): Promise<void> {
  try {
    await limiter.consume(key);
  } catch (over) {
    if (over instanceof RateLimiterRes && over.consumedPoints === limiter.points + 1) await limited();
    throw new Refusal("identity.locked", 429, { minutes: Math.ceil(seconds / 60) });
  }
}
