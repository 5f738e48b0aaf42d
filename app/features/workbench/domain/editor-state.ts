import type { PolicyItem } from "~/features/policies/domain/policy-item";
import type { RedemptionSettings } from "./redemption-settings";

/** A draft as the form holds it. */
export type EditorState = {
  content: PolicyItem;
  redemption: RedemptionSettings;
  explained: Readonly<Record<string, string>>;
  publishOn: string | null;
  endsOn: string | null;
};
export type Change = (state: EditorState) => EditorState;

/** Changes part of the item. */
export function inItem(parts: Partial<PolicyItem>): Change {
  return (state) => ({ ...state, content: { ...state.content, ...parts } });
}
