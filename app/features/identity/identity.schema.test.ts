import { expect, it } from "vitest";
import { officialSchema } from "./identity.schema";

const lacks = (form: object) =>
  Object.fromEntries(officialSchema.safeParse(form).error?.issues.map(({ path, message }) => [path[0], message]) ?? []);
const whole = { loginName: "newcomer", displayName: "初审员", email: "newcomer@example.com", roles: ["reviewer"] };

it("tells everything that a new official's form lacks at once", () => {
  expect(Object.keys(lacks({ loginName: "", displayName: "", email: "", roles: [] })).toSorted()).toEqual([
    "displayName",
    "email",
    "loginName",
    "roles",
  ]);
  expect(lacks({ ...whole, email: " " })).toEqual({ email: "problem.officialEmail" });
  expect(lacks({ ...whole, email: "nobody" })).toEqual({ email: "problem.email" });
  expect(lacks(whole)).toEqual({});
});
