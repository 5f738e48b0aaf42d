import { expect, it } from "vitest";
import { entryOf, homeOf, navigationFor } from "./navigation";
import { permissionsOf } from "./permissions";

const firm = navigationFor(permissionsOf([], "owner"));
const desk = navigationFor(permissionsOf(["reviewer"], null));

it.each([
  [firm, "/firm", "firmHome"],
  [firm, "/firm/matches/ma-1", "matches"],
  [firm, "/firm/close", "matches"],
  [firm, "/firm/drafts/7/check", "applications"],
  [firm, "/firm/members", "firmHome"],
  [firm, "/policies/ma-1", "policies"],
  [desk, "/desk/cases/7", "desk"],
  [desk, "/desk/lists/7", "lists"],
  [desk, "/notices", undefined],
  [navigationFor(null), "/", "home"],
  [navigationFor(null), "/verify", undefined],
])("page %#: %s belongs to its entry", (entries, pathname, label) => {
  expect(entryOf(entries, pathname)?.label).toBe(label);
});

it.each([
  ["reviewer", "/desk"],
  ["approver", "/desk"],
  ["departmentHead", "/desk"],
  ["expert", "/desk"],
  ["finance", "/finance"],
  ["economicOffice", "/finance"],
  ["policyAuthor", "/workbench"],
  ["systemAdministrator", "/admin/users"],
  ["securityAdministrator", "/security/addresses"],
  ["auditor", "/monitor"],
] as const)("who signs in as %s lands on the pages of the own trade", (role, home) =>
  expect(homeOf(permissionsOf([role], null))).toBe(home),
);
