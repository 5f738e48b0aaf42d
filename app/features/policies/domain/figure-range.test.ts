import { expect, it } from "vitest";
import { rangeAround } from "./figure-range";

const named = new Set([0, 10, 20]);
const all = [-0.01, 0, 0.01, 9.99, 10, 10.01, 19.99, 20, 20.01];
const among = (test: (value: number) => boolean) => all.filter(test);

it.each([
  ["at least 10", 10, among((value) => value >= 10), { least: { value: 10, inclusive: true }, most: null }],
  ["more than 0", 0.01, among((value) => value > 0), { least: { value: 0, inclusive: false }, most: null }],
  ["less than 20", 19.99, among((value) => value < 20), { least: null, most: { value: 20, inclusive: false } }],
  [
    "from 10 to 20, the bounds included",
    20,
    among((value) => value >= 10 && value <= 20),
    { least: { value: 10, inclusive: true }, most: { value: 20, inclusive: true } },
  ],
  ["exactly 10", 10, [10], { least: { value: 10, inclusive: true }, most: { value: 10, inclusive: true } }],
  [
    "the nearer of two ranges",
    20,
    among((value) => value <= 0 || value >= 20),
    { least: { value: 20, inclusive: true }, most: null },
  ],
  ["any figure", 10, all, { least: null, most: null }],
] as const)("%s", (_name, figure, sufficient, expected) => {
  expect(rangeAround(figure, sufficient, all, named)).toEqual(expected);
});
