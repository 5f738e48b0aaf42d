import { describe, expect, it } from "vitest";
import type { Candidate } from "./combination";
import { componentsOf, rivalsOf, withoutDominated } from "./rivals";

const candidate = (
  id: string,
  fen: bigint,
  exclusiveGroup: string | null = null,
  cap: string | null = null,
): Candidate => ({
  id,
  fen,
  exclusiveGroup,
  sharedCap: cap === null ? null : { group: cap, fen: 100n },
});
const told = (rivals: ReturnType<typeof rivalsOf>) =>
  Object.fromEntries([...rivals].map(([id, others]) => [id, [...others].sort()]));
const ids = (candidates: readonly Candidate[]) => candidates.map(({ id }) => id);

describe("rivals", () => {
  it("are the members of one group and the parties of a conflict, both ways", () => {
    const all = [
      candidate("a", 1n, "g"),
      candidate("b", 1n, "g"),
      candidate("c", 1n, "g"),
      candidate("d", 1n),
      candidate("e", 1n),
    ];
    expect(told(rivalsOf(all, [["d", "a"]]))).toEqual({
      a: ["b", "c", "d"],
      b: ["a", "c"],
      c: ["a", "b"],
      d: ["a"],
      e: [],
    });
  });
  it("never oneself, nor what is no candidate", () => {
    expect(
      told(
        rivalsOf(
          [candidate("a", 1n), candidate("b", 1n)],
          [
            ["a", "a"],
            ["a", "nobody"],
            ["nobody", "b"],
            ["x", "y"],
          ],
        ),
      ),
    ).toEqual({ a: [], b: [] });
  });
  it("no group is no common group", () => {
    expect(told(rivalsOf([candidate("a", 1n), candidate("b", 1n)], []))).toEqual({ a: [], b: [] });
  });
});

describe("components", () => {
  it("hold what can influence each other, through rivals or a cap, in the order given", () => {
    const all = [
      candidate("a", 1n, "g"),
      candidate("b", 1n, null, "s"),
      candidate("c", 1n, "g", "s"),
      candidate("d", 1n),
      candidate("e", 1n, null, "t"),
      candidate("f", 1n),
    ];
    expect(componentsOf(all, rivalsOf(all, [["d", "f"]])).map(ids)).toEqual([["a", "c", "b"], ["d", "f"], ["e"]]);
  });
});

describe("candidates that another makes superfluous", () => {
  const kept = (all: Candidate[], conflicts: [string, string][] = []) =>
    ids(withoutDominated(all, rivalsOf(all, conflicts)));
  it("are the smaller of a group, and the later of two equals", () => {
    expect(kept([candidate("a", 1n, "g"), candidate("b", 3n, "g"), candidate("c", 2n, "g")])).toEqual(["b"]);
    expect(kept([candidate("a", 2n, "g"), candidate("b", 2n, "g")])).toEqual(["a"]);
  });
  it("are not those that stand beside each other", () => {
    expect(kept([candidate("a", 1n), candidate("b", 3n)])).toEqual(["a", "b"]);
  });
  it("are not those whose better has a further rival", () => {
    expect(kept([candidate("a", 1n, "g"), candidate("b", 3n, "g"), candidate("c", 2n)], [["b", "c"]])).toEqual([
      "a",
      "b",
      "c",
    ]);
    expect(kept([candidate("a", 1n, "g"), candidate("b", 3n, "g"), candidate("c", 9n)], [["a", "c"]])).toEqual([
      "b",
      "c",
    ]);
  });
  it("are not those whose better fills a cap they do not", () => {
    expect(kept([candidate("a", 1n, "g"), candidate("b", 3n, "g", "s")])).toEqual(["a", "b"]);
    expect(kept([candidate("a", 1n, "g", "t"), candidate("b", 3n, "g", "s")])).toEqual(["a", "b"]);
    expect(kept([candidate("a", 1n, "g", "s"), candidate("b", 3n, "g", "s")])).toEqual(["b"]);
    expect(kept([candidate("a", 1n, "g", "s"), candidate("b", 3n, "g")])).toEqual(["b"]);
  });
  it("an equal one without a cap makes the earlier one under a cap superfluous", () => {
    expect(kept([candidate("a", 2n, "g", "s"), candidate("b", 2n, "g")])).toEqual(["b"]);
  });
});
