import type { UserActor } from "~/access/actor";
import { Refusal } from "~/kernel/refusal";
import type { Deps } from "~/platform/context.server";
import { documentsOf, type OfficeDocument } from "../domain/documents";
import { isSameOffice, maySee, officeOfActor, type Office } from "../domain/office";

type Reading = Pick<Deps, "catalogue"> & { actor: UserActor };

/** A document that a person may see. @throws Refusal `request.not-found` (404) for another office's */
export function documentFor({ catalogue, actor }: Reading, documentId: string): OfficeDocument {
  const found = documentsOf(catalogue).find(({ id }) => id === documentId);
  if (!found || !maySee(actor, found.offices, catalogue.registry.regions)) throw new Refusal("request.not-found", 404);
  return found;
}

/** A document of the own office. @throws Refusal `request.not-found` (404) for another office's */
export function ownDocument(deps: Reading, documentId: string): OfficeDocument & { office: Office } {
  const office = officeOfActor(deps.actor);
  const found = documentFor(deps, documentId);
  if (!office || !found.offices.some((each) => isSameOffice(each, office))) throw new Refusal("request.not-found", 404);
  return { ...found, office };
}
