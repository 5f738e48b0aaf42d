import { rowName } from "~/features/policies/domain/item-name";
import { permissionsOf } from "~/access/permissions";
import { findSubjects } from "../adapters/trouble.repository.server";
import { closedToNobody, type SubjectKeeper } from "./subject-keepers.server";

/** What can't go on by itself, as a thing that waits: it is called by the case it is of. */
export const troubleWork: SubjectKeeper = {
  describe: async ({ tx }, ids) =>
    new Map(
      (await findSubjects(tx, ids)).map(({ id, kind, number, firm, title, titleEn }) => [
        id,
        {
          name: title === null ? { words: `troubles:kind.${kind}` } : rowName({ title, titleEn }),
          number: number ?? "",
          firm: firm ?? "",
        },
      ]),
    ),
  words: (stage) => ({ work: { words: `troubles:work.${stage}` }, todo: { words: "troubles:todo" } }),
  page: () => "/troubles",
  workPage: () => "/troubles",
  together: () => null,
  needs: () => ["resolve:trouble:department"],
  mayBeGiven: (_stage, roles) => permissionsOf(roles, null).has("resolve:trouble:department"),
  promised: false,
  ...closedToNobody,
};
