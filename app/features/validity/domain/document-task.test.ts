import { expect, it } from "vitest";
import { taskOf } from "./document-task";

it("an office's work on a document is what presses most, by the document's own last day where that is near", () => {
  expect(taskOf([])).toBeNull();
  expect(
    taskOf([
      { work: "ends60", key: "ends60:2026-12-31", due: "2026-12-31" },
      { work: "yearly", key: "yearly:2026-11-01", due: "2026-11-01" },
    ]),
  ).toEqual({ stage: "ends60", term: { lastDay: "2026-12-31" } });
  expect(taskOf([{ work: "yearly", key: "yearly:2026-11-01", due: "2026-11-01" }]), "that day is over").toEqual({
    stage: "yearly",
    term: { workingDays: 20 },
  });
  expect(taskOf([{ work: "unconfirmed", key: "unconfirmed", due: null }])).toEqual({
    stage: "unconfirmed",
    term: { workingDays: 20 },
  });
});
