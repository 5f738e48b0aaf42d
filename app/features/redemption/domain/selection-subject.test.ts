import { expect, it } from "vitest";
import { readSelectionId, selectionHref, selectionId } from "./selection-subject";

it("a selection is called by its item and year, whatever stands in the item's name", () => {
  const selection = { itemId: "zone:claims-005", year: 2026 };
  expect(readSelectionId(selectionId(selection))).toEqual(selection);
  expect(selectionHref({ itemId: "zone-claims-005", year: 2026 })).toBe("/desk/selections/zone-claims-005?year=2026");
});
