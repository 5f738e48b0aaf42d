import type { Catalogue } from "../domain/catalogue";
import type { Validity } from "../domain/policy-item";

const validity: Validity = { known: "stated", basis: "为验证流程而设。", checkedOn: "2026-01-01", sources: ["验证"] };

/** A catalogue whose items all hold within their dates, for proofs that are about something else than validity. */
export function allInForce(catalogue: Catalogue): Catalogue {
  const items = catalogue.items.map((item) => ({ ...item, validity }));
  return { ...catalogue, items, byId: new Map(items.map((item) => [item.id, item])) };
}
