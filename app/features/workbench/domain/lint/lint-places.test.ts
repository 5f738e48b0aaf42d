import { expect, it } from "vitest";
import { buildCatalogue } from "~/features/policies/domain/build-catalogue";
import { item, smallCatalogue } from "~/features/policies/testing/small-catalogue";
import { lintPlaces } from "./lint-places";

const catalogue = buildCatalogue(smallCatalogue());
const found = (parts: Parameters<typeof item>[0]) => lintPlaces(item(parts), catalogue).map(({ path }) => path);

it("an issuer without a place is found; a department takes the place of its item", () => {
  expect(found({})).toEqual([]);
  expect(found({ document: { ...item().document, issuer: "市人民政府办公室" } })).toEqual(["/document/issuer"]);
});

it("a department of a place that is not registered is found, what is national is not", () => {
  expect(found({ region: "999900" })).toEqual(["/department"]);
  expect(
    found({ level: "national", department: "财政部", document: { ...item().document, issuer: "财政部" } }),
  ).toEqual([]);
});
