import { describe, expect, it } from "vitest";
import { chooseEnvelopes, mostPayable, type Candidate } from "./choose-envelopes";

const city: Candidate = { id: "city", level: "city", regionCode: "340500", itemId: null };
const own: Candidate = { ...city, id: "own", itemId: "item" };
const county: Candidate = { id: "county", level: "county", regionCode: "340503", itemId: null };
const other: Candidate = { ...county, id: "other", regionCode: "340504" };
const payer = { level: "city", regionCode: "340500", firmRegion: "340503" };
const shares = [
  { level: "county", weight: 40 },
  { level: "city", weight: 60 },
];

it("the most that can be paid is what each bearer's part allows, the counties together", () => {
  const funded = (candidate: Candidate, availableFen: bigint) => ({ ...candidate, availableFen });
  const paying = { level: "city", regionCode: "340500" };
  expect(mostPayable([], [funded(city, 70n), funded(own, 50n)], paying)).toBe(50n);
  expect(mostPayable([], [], paying)).toBe(0n);
  const all = [funded(city, 600n), funded(county, 100n), funded(other, 100n)];
  expect(mostPayable(shares, all, paying)).toBe(500n);
  expect(mostPayable(shares, all.slice(0, 1), paying)).toBe(0n);
});

describe("the envelopes that bear an item's money", () => {
  it("is the payer's alone where nothing is shared, the item's own first", () => {
    expect(chooseEnvelopes([], [city, county], payer)).toEqual([{ envelopeId: "city", weight: 1n }]);
    expect(chooseEnvelopes([], [city, own], payer)).toEqual([{ envelopeId: "own", weight: 1n }]);
    expect(chooseEnvelopes([], [county], payer)).toBeNull();
  });

  it("is the city's and that of the firm's county, the larger share first", () => {
    expect(chooseEnvelopes(shares, [other, county, city], payer)).toEqual([
      { envelopeId: "city", weight: 60n },
      { envelopeId: "county", weight: 40n },
    ]);
  });

  it("is nobody's while one who shares has made none", () => {
    expect(chooseEnvelopes(shares, [city, other], payer)).toBeNull();
  });
});
