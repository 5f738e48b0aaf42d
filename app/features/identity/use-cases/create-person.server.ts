import type { Deps } from "~/platform/context.server";
import { addUser, isLoginTaken } from "../adapters/user.repository.server";
import { passwordProblem } from "../domain/login-policy";

export type NewPerson = { loginName: string; displayName: string; email: string | null; password: string };

/** What stands against a new account, as field and translation key; null when nothing does. */
export async function personProblem(
  tx: Deps["tx"],
  person: Pick<NewPerson, "loginName" | "password">,
): Promise<{ field: string; problem: string } | null> {
  const weak = passwordProblem(person.password, person.loginName);
  if (weak) return { field: "password", problem: `problem.${weak}` };
  return (await isLoginTaken(tx, person.loginName)) ? { field: "loginName", problem: "problem.loginTaken" } : null;
}

/** Writes the account of a person who belongs to no office. @returns its id */
export function createPerson(
  deps: Pick<Deps, "tx" | "clock">,
  person: Omit<NewPerson, "password">,
  passwordHash: string,
): Promise<string> {
  const { loginName, displayName, email } = person;
  return addUser(deps.tx, { loginName, displayName, email, passwordHash, createdAt: deps.clock.now() });
}
