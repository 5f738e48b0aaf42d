import { expect, it } from "vitest";
import type { Validity } from "~/features/policies/domain/policy-item";
import { item } from "~/features/policies/testing/small-catalogue";
import { coverageOf } from "./coverage";
import type { OfficeDocument } from "./documents";

const stated: Validity = { known: "stated", basis: "文件载明。", checkedOn: "2026-11-01", sources: ["示例"] };
const confirmed: Validity = {
  ...stated,
  known: "confirmed",
  confirmed: { by: "示例部门", on: "2026-11-01", source: "示例函" },
};
const [one, other] = [
  { departmentId: "city-industry", regionCode: "340500" },
  { departmentId: "city-science", regionCode: "340500" },
];

function document(
  id: string,
  validity: Validity | undefined,
  offices = [one],
  validTo: string | null = null,
): OfficeDocument {
  const { validity: _, ...bare } = item().document;
  const own = { ...bare, validTo, ...(validity ? { validity } : {}) };
  const followers = offices.map(({ departmentId }) => `${id}-${departmentId}`);
  const officeOf = (itemId: string) => offices[followers.indexOf(itemId)];
  return { id, document: own, items: [item({ document: own })], followers, offices, officeOf };
}

it("counts by office what is confirmed, stated and open, the least first; what is over counts no more", () => {
  const rows = coverageOf(
    [
      document("a", confirmed),
      document("b", stated),
      document("c", undefined, [one, other]),
      document("g", stated, [one, other]),
      document("d", stated, [one], "2026-01-01"),
      document("e", { ...stated, change: { kind: "replaced", by: "新办法", on: null } }),
      { ...document("f", undefined), followers: [] },
    ],
    (id) =>
      ({ "a-city-industry": 500n, "b-city-industry": 70n, "g-city-industry": 3n, "g-city-science": 4n })[id] ?? 9000n,
    "2026-11-29",
  );
  expect(rows).toEqual([
    { office: other, documents: 2, confirmed: 0, stated: 1, open: 1, fen: 4n, share: 1 / 2 },
    { office: one, documents: 4, confirmed: 1, stated: 2, open: 1, fen: 573n, share: 3 / 4 },
  ]);
});
