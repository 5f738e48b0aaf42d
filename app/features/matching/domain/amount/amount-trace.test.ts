import { expect, it } from "vitest";
import { traceLines } from "./amount-trace";

it("shows sums with separators and drops a cap that does not cut", () => {
  expect(
    traceLines([
      { step: "joined", yuan: "350000" },
      { step: "cap", yuan: "350000", by: "5000000" },
      { step: "multiplier", yuan: "385000", by: "1.1" },
      { step: "received", yuan: "185000.5", by: "199999.5" },
      { step: "total", yuan: "185000.50" },
    ]),
  ).toEqual([
    { step: "joined", sum: "350,000", by: null, index: null },
    { step: "multiplier", sum: "385,000", by: "1.1", index: null },
    { step: "received", sum: "185,000.50", by: "199,999.50", index: null },
    { step: "total", sum: "185,000.50", by: null, index: null },
  ]);
});

it("keeps a cap that cuts", () => {
  const lines = traceLines([
    { step: "part", yuan: "100", index: 0 },
    { step: "joined", yuan: "9000" },
    { step: "cap", yuan: "5000", by: "5000" },
    { step: "total", yuan: "5000" },
  ]);
  expect(lines.map(({ step, by, index }) => [step, by, index])).toEqual([
    ["part", null, 0],
    ["joined", null, null],
    ["cap", "5,000", null],
    ["total", null, null],
  ]);
});

it("leaves out what is unknown, but never the total", () => {
  expect(
    traceLines([
      { step: "joined", yuan: null },
      { step: "cap", yuan: null, by: "5000000" },
      { step: "total", yuan: null },
    ]),
  ).toEqual([{ step: "total", sum: null, by: null, index: null }]);
});
