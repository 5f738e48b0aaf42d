import { describe, expect, it } from "vitest";
import type { Industry } from "~/features/policies/domain/registries";
import { tidyCode } from "~/kernel/reading/typed-text";
import {
  closedCascade,
  goInto,
  goUp,
  industriesBelow,
  isIndustryClass,
  moveBy,
  openCascade,
  rowsOf,
  searchCascade,
} from "./industry-cascade";

/** GB/T 4754-2017: C 制造业, 34 通用设备制造业, 342 金属加工机械制造, 3421 金属切削机床制造, 3422 金属成形机床制造. */
const rows: Industry[] = [
  ["A", "农、林、牧、渔业", null],
  ["C", "制造业", null],
  ["C33", "金属制品业", "C"],
  ["C34", "通用设备制造业", "C"],
  ["C342", "金属加工机械制造", "C34"],
  ["C3421", "金属切削机床制造", "C342"],
  ["C3422", "金属成形机床制造", "C342"],
].map(([code, name, parent]) => ({
  code: code as string,
  name: name as string,
  en: null,
  parent: parent as string | null,
}));
const tree = new Map(rows.map((row) => [row.code, row]));
const codes = (list: readonly Industry[]) => list.map(({ code }) => code);

describe("choosing an industry", () => {
  it("goes from the section down to the class and up again to where it came from", () => {
    let state = openCascade(tree, "");
    expect([codes(rowsOf(tree, state)), state.active]).toEqual([["A", "C"], "A"]);
    state = goInto(tree, moveBy(tree, state, 1), "C");
    expect([state.at, state.active]).toEqual([["C"], "C33"]);
    state = goInto(tree, state, "C34");
    state = goInto(tree, state, "C342");
    expect([state.at, codes(rowsOf(tree, state))]).toEqual([
      ["C", "C34", "C342"],
      ["C3421", "C3422"],
    ]);
    expect(goInto(tree, state, "C3421")).toEqual(state);
    expect([goUp(state).at, goUp(state).active]).toEqual([["C", "C34"], "C342"]);
    expect([goUp(state, 0).at, goUp(state, 0).active]).toEqual([[], "C"]);
    expect(goUp(openCascade(tree, ""))).toEqual(openCascade(tree, ""));
  });

  it("opens at the class chosen before", () => {
    const state = openCascade(tree, "C3422");
    expect([state.at, state.active]).toEqual([["C", "C34", "C342"], "C3422"]);
  });

  it("finds by name and by code, with or without the letter, and stops at the ends", () => {
    expect(codes(rowsOf(tree, searchCascade(tree, "机床")))).toEqual(["C3421", "C3422"]);
    expect(codes(rowsOf(tree, searchCascade(tree, "3422")))).toEqual(["C3422"]);
    const state = searchCascade(tree, "c342");
    expect(moveBy(tree, moveBy(tree, state, 5), -1).active).toBe("C3421");
    expect(searchCascade(tree, "渔船").active).toBeNull();
    expect(moveBy(tree, searchCascade(tree, "渔船"), 1).active).toBeNull();
  });

  it("takes only four-digit classes, however they are typed", () => {
    expect(["C3421", "C342", "C9999", ""].map((code) => isIndustryClass(tree, code))).toEqual([
      true,
      false,
      false,
      false,
    ]);
    expect(tidyCode(" ｃ3421 ")).toBe("C3421");
    expect(codes(industriesBelow(tree, "C342"))).toEqual(["C3421", "C3422"]);
    expect(closedCascade.open).toBe(false);
  });
});
