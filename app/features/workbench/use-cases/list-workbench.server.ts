import { personNames } from "~/features/identity/use-cases/person-names.server";
import { itemName } from "~/features/policies/domain/item-name";
import { waitingFiles } from "~/features/policies/use-cases/waiting-files.server";
import type { AppContext } from "~/platform/context.server";
import { listDrafts } from "../adapters/draft.repository.server";

const finishedShown = 20;
const foundShown = 30;

/** Drafts at hand, items whose file waits, and the items in force a search finds. */
export async function listWorkbench({ prisma, catalogue }: Pick<AppContext, "prisma" | "catalogue">, search: string) {
  const [drafts, waiting] = await Promise.all([listDrafts(prisma, finishedShown), waitingFiles(prisma)]);
  const names = await personNames(
    prisma,
    drafts.flatMap(({ changedById, createdById, signedById }) => [changedById, createdById, signedById]),
  );
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  const text = ({ item }: (typeof catalogue.items)[number]) =>
    `${item.title} ${item.id} ${item.document.title} ${item.summary} ${item.english?.title ?? ""}`.toLowerCase();
  const found =
    words.length === 0
      ? []
      : catalogue.items.filter((each) => words.every((word) => text(each).includes(word))).slice(0, foundShown);
  return {
    drafts: drafts.map(({ id, itemId, content, status, changedAt, changedById, createdById, publishOn }) => ({
      id,
      itemId,
      title: itemName(content),
      status,
      changedAt,
      publishOn,
      author: names.get(createdById) ?? "",
      changedBy: names.get(changedById) ?? "",
    })),
    waiting,
    searched: words.length > 0,
    found: found.map(({ item, number }) => ({
      id: item.id,
      title: itemName(item),
      document: item.document.title,
      demo: item.document.demo === true,
      documentId: catalogue.registry.documentIdOf(item.id),
      number,
    })),
  };
}
export type DraftRow = Awaited<ReturnType<typeof listWorkbench>>["drafts"][number];
