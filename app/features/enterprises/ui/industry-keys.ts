import {
  closedCascade,
  goInto,
  goUp,
  moveBy,
  openCascade,
  type Cascade,
} from "~/features/enterprises/domain/industry-cascade";
import type { useIndustries } from "./use-industries";

type Pressed = {
  industries: ReturnType<typeof useIndustries>["industries"];
  state: Cascade;
  chosen: string;
  take: (code: string) => void;
};

/** What a key does in the field of industries; undefined leaves it to the field, null has been done. */
export const keySteps: Readonly<Record<string, (at: Pressed) => Cascade | null | undefined>> = {
  ArrowDown: ({ industries, state, chosen }) =>
    state.open ? moveBy(industries, state, 1) : openCascade(industries, chosen),
  ArrowUp: ({ industries, state, chosen }) =>
    state.open ? moveBy(industries, state, -1) : openCascade(industries, chosen),
  PageDown: ({ industries, state }) => (state.open ? moveBy(industries, state, 8) : undefined),
  PageUp: ({ industries, state }) => (state.open ? moveBy(industries, state, -8) : undefined),
  ArrowRight: ({ industries, state }) =>
    state.open && state.query === "" && state.active ? goInto(industries, state, state.active) : undefined,
  ArrowLeft: ({ state }) => (state.open && state.query === "" ? goUp(state) : undefined),
  Escape: ({ state }) => (state.open ? closedCascade : undefined),
  Enter: ({ state, take }) => {
    if (!state.open || state.active === null) return undefined;
    take(state.active);
    return null;
  },
};
