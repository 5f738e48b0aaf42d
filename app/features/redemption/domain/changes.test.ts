import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { loadCatalogueFiles } from "~/features/policies/adapters/catalogue-files.server";
import { changesBetween } from "./changes";
import { correctionsShown } from "./changes-view";
import type { Submission, SubmittedMaterial } from "./submission";

const registry = loadCatalogueFiles("rules");
const item = registry.byId.get("mas-mfg22-003");
if (!item) throw new Error("no item");

const file = (id: string, name: string, bytes: string): SubmittedMaterial => ({
  id,
  name,
  fileName: `${id}.pdf`,
  fileHash: bytes,
  mimeType: "application/pdf",
});
const handedIn = (seq: number, more: Partial<Submission> = {}): Submission & { at: Date } => ({
  seq,
  kind: seq === 1 ? "submit" : "correction",
  frozen: { facts: { techRenovationEquipment: 3_500_000 }, records: [], received: [], asOf: "2026-11-29" },
  ruleFen: 38_500_000n,
  materials: [file("a", "设备清单", "1"), file("b", "技改备案", "2")],
  account: { holder: "示例", bankName: "示例银行", lastFour: "5678" },
  pledged: true,
  at: new Date(Date.UTC(2026, 10, 28 + seq)),
  ...more,
});
const second = handedIn(2, {
  frozen: {
    facts: { techRenovationEquipment: 3_300_000, employees: 20 },
    records: [],
    received: [],
    asOf: "2026-11-30",
  },
  ruleFen: 36_300_000n,
  materials: [file("b", "技改备案", "2"), file("c", "设备清单", "3")],
});

describe("what changed between two handings-in", () => {
  it("is every figure, file and sum, asked for or not, old and new", () => {
    expect(changesBetween(handedIn(1), second)).toEqual({
      figures: [
        { fact: "techRenovationEquipment", before: 3_500_000, after: 3_300_000 },
        { fact: "employees", before: null, after: 20 },
      ],
      materials: [{ name: "设备清单", before: [file("a", "设备清单", "1")], after: [file("c", "设备清单", "3")] }],
      sum: { before: 38_500_000n, after: 36_300_000n },
      account: null,
    });
  });

  it("is nothing between equal ones, whatever the order of keys and files", () => {
    const facts = fc.dictionary(fc.stringMatching(/^[a-z]{1,5}$/), fc.oneof(fc.integer(), fc.boolean(), fc.string()));
    fc.assert(
      fc.property(facts, (stated) => {
        const turned = Object.fromEntries(Object.entries(stated).reverse());
        const one = handedIn(1, { frozen: { ...handedIn(1).frozen, facts: stated } });
        const two = handedIn(2, {
          frozen: { ...handedIn(1).frozen, facts: turned },
          materials: handedIn(1).materials.toReversed(),
        });
        expect(changesBetween(one, two)).toEqual({ figures: [], materials: [], sum: null, account: null });
      }),
    );
  });

  it("names each figure that differs, and no other", () => {
    const facts = fc.dictionary(fc.constantFrom("a", "b", "c", "d"), fc.integer({ min: 0, max: 2 }));
    fc.assert(
      fc.property(facts, facts, (before, after) => {
        const { figures } = changesBetween(
          handedIn(1, { frozen: { ...handedIn(1).frozen, facts: before } }),
          handedIn(2, { frozen: { ...handedIn(1).frozen, facts: after } }),
        );
        const names = ["a", "b", "c", "d"].filter((name) => before[name] !== after[name]);
        expect(figures.map(({ fact }) => fact).toSorted()).toEqual(names);
      }),
    );
  });
});

describe("a correction as it is shown", () => {
  const asked = {
    points: [
      { about: "设备清单", text: "请补盖签章" },
      { about: "技改备案", text: "请核对编号" },
      { about: "", text: "请说明" },
    ],
    answers: ["已补盖", "编号无误"],
    answer: "见附件",
  };
  const reading = { item, registry, language: "zh" } as const;

  it("sets each point beside its answer, and says whether what it names was changed", () => {
    const [shown] = correctionsShown([handedIn(1), second], [asked], reading);
    expect(shown?.points.map(({ answer, changed }) => [answer, changed])).toEqual([
      ["已补盖", true],
      ["编号无误", false],
      [null, null],
    ]);
    expect(shown?.answer).toBe("见附件");
  });

  it("tells what was asked for from what was not", () => {
    const [shown] = correctionsShown([handedIn(1), second], [asked], reading);
    expect(shown?.changes?.map(({ kind, label, asked: was }) => [kind, label, was])).toEqual([
      ["figure", "技改设备不含税额", false],
      ["material", "设备清单", true],
      ["other", "从业人数", false],
      ["sum", "测算金额（元）", false],
    ]);
  });

  it("knows a point that an official named in another language", () => {
    const english = { points: [{ about: "Renovation equipment, net", text: "check" }], answers: [], answer: null };
    const [shown] = correctionsShown([handedIn(1), second], [english], reading);
    expect(shown?.points[0]?.changed).toBe(true);
  });

  it("says so where what stood there before was not kept", () => {
    const [shown] = correctionsShown([second], [asked], reading);
    expect([shown?.changes, shown?.points.map(({ changed }) => changed)]).toEqual([null, [null, null, null]]);
  });
});
