import { permissionsOf } from "~/access/permissions";
import { closedToNobody, type SubjectKeeper } from "~/features/work/use-cases/subject-keepers.server";
import { namesOfDocuments } from "~/features/policies/use-cases/names-of-documents.server";

const page = (id: string) => `/validity/documents/${id}`;

/** Documents whose validity an office has to state, as things that wait. */
export const documentWork: SubjectKeeper = {
  describe: async ({ tx }, ids) =>
    new Map(
      (await namesOfDocuments(tx, ids)).map(({ id, title, number }) => [
        id,
        { name: { zh: title, en: title }, number: number ?? "", firm: "" },
      ]),
    ),
  words: (stage) => ({ work: { words: `validity:work.${stage}` }, todo: { words: `validity:todo.${stage}` } }),
  page,
  workPage: (_stage, id) => page(id),
  together: () => ({ page: "/validity", name: { words: "validity:waits" } }),
  needs: () => ["write:policy:all"],
  mayBeGiven: (_stage, roles) => permissionsOf(roles, null).has("write:policy:all"),
  promised: false,
  ...closedToNobody,
};
