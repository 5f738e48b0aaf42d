import type { Translation } from "~/i18n/translation";
import type { backtest as zh } from "./backtest.zh";

export const backtest: Translation<typeof zh> = {
  lead: "What changes for every firm of the register against the version in force.",
  run: "Run the backtest",
  again: "Run it again",
  none: "No backtest yet",
  noneHint: "Nothing is published without one.",
  outdated: "Content or version in force changed since; the figures below are old. Run it again.",
  list: "Firms concerned",
  kinds: "By difference",
  nobody: "There is no such firm.",
  kind: {
    all: "All",
    gains: "Newly eligible",
    loses: "No longer eligible",
    more: "Get more",
    less: "Get less",
  },
  before: "A year under the version in force",
  after: "A year under the draft",
  effect: "Effect on the budget",
  effectHint: "Draft less version in force",
  eligible: "{{count}} eligible",
  unchanged: "Unchanged",
  open: "Eligible firms whose sum can't be told yet: {{before}} in force, {{after}} in the draft; not counted in money.",
};
