import { expect, it } from "vitest";
import { readMessage } from "./message-side";

it("keeps what was written, without the blanks around it", () => {
  expect(readMessage("  设备发票要原件吗？\n谢谢 ")).toEqual({ ok: true, text: "设备发票要原件吗？\n谢谢" });
});

it("refuses nothing and too much; a character counts once, however it is stored", () => {
  expect(readMessage(" \n ")).toEqual({ ok: false, problem: "problem.required" });
  expect(readMessage("𠮷".repeat(1000)).ok).toBe(true);
  expect(readMessage("字".repeat(1001))).toEqual({ ok: false, problem: "problem.tooLong" });
});
