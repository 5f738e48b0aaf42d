import { expect, it } from "vitest";
import { proposedRefusal } from "./proposed-refusal";

const step = (event: string, comment: string | null = null) => ({ event, comment });
const advised = step("RECOMMEND_REJECTION", "发票与合同不一致");

it("is what who advised the refusal wrote last, whatever was said meanwhile", () => {
  expect(proposedRefusal([step("SUBMITTED"), advised])).toBe("发票与合同不一致");
  expect(proposedRefusal([advised, step("SEND_BACK", "请补充"), step("RECOMMEND_REJECTION", "投资额不足")])).toBe(
    "投资额不足",
  );
  expect(
    proposedRefusal([step("RECOMMEND_APPROVAL"), step("CO_DISAGREE", "环评未过"), step("HEAD_UPHELD", "采纳")]),
  ).toBe("采纳");
});

it("is nothing once somebody spoke for the case, or nobody against it", () => {
  expect(proposedRefusal([step("SUBMITTED"), step("RECOMMEND_APPROVAL")])).toBeNull();
  expect(proposedRefusal([advised, step("SEND_BACK"), step("RECOMMEND_APPROVAL", "已核实")])).toBeNull();
  expect(proposedRefusal([advised, step("REJECT", "不予支持"), step("DECISION_OVERTURNED", "重新审核")])).toBeNull();
});
