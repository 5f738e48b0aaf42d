import { permissionsOf, type Permission, type StaffRole } from "~/access/permissions";
import { rowName } from "~/features/policies/domain/item-name";
import { closedToNobody, type Described, type SubjectKeeper } from "~/features/work/use-cases/subject-keepers.server";
import type { NamedCase } from "../adapters/case-subject.repository.server";

/** What lists and notices say of things that are called by the case they are of. */
export function describedByCase(
  rows: readonly { id: string; application: NamedCase }[],
): ReadonlyMap<string, Described> {
  return new Map(
    rows.map(({ id, application: { number, enterprise, item } }) => [
      id,
      { name: rowName(item), number: number ?? "", firm: enterprise.name },
    ]),
  );
}

const needs: Permission = "review:application:department";

/** Work that stands in a list of the reviewers' own at `page`, and is called by words below `words`. */
export function reviewersList(page: string, words: string): Omit<SubjectKeeper, "describe"> {
  const work = { words: `redemption:${words}.work` };
  return {
    words: () => ({ work, todo: { words: `redemption:${words}.todo` } }),
    page: () => page,
    workPage: () => page,
    together: () => ({ page, name: work }),
    promised: false,
    needs: () => [needs],
    mayBeGiven: (_stage: string, roles: readonly StaffRole[]) => permissionsOf(roles, null).has(needs),
    ...closedToNobody,
  };
}
