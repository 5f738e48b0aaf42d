import { expect, test } from "vitest";
import { circlesOf, mutualOf, readHouse } from "./read.mjs";

const levels = ["cellar", "hall", "attic"];
const order = {
  partOf: (file: string) => file.split("/")[1] ?? "",
  levelOf: (part: string) => levels.indexOf(part),
};
const house = (files: Record<string, string[]>) => readHouse(new Map(Object.entries(files)), order);

test("an import of a lower floor goes down, one beside or above goes up", () => {
  const { parts, up } = house({
    "app/cellar/stone.ts": ["~/attic/beam"],
    "app/hall/door.tsx": ["../cellar/stone", "./lock", "react"],
    "app/hall/lock.ts": [],
    "app/attic/beam.ts": ["~/cellar/stone", "~/hall/door"],
  });
  expect(up.map(({ file, to }: { file: string; to: string }) => [file, to])).toEqual([
    ["app/cellar/stone.ts", "attic"],
  ]);
  expect(parts.get("hall")).toEqual({ files: 2, down: 1, up: 0 });
  expect(parts.get("attic")).toEqual({ files: 1, down: 2, up: 0 });
});

test("parts that import each other are a pair, a way around through a third is a circle", () => {
  const { imports } = house({
    "app/cellar/stone.ts": ["~/attic/beam"],
    "app/hall/door.ts": ["~/cellar/stone"],
    "app/attic/beam.ts": ["~/hall/door", "~/cellar/stone"],
  });
  expect(mutualOf(imports)).toEqual([["attic", "cellar"]]);
  expect(circlesOf(imports)).toEqual([["attic", "cellar", "hall"]]);
});
