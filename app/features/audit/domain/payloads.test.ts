import { describe, expect, it } from "vitest";
import { bare, count, fen, written } from "./fields";
import { requirePayload, type AuditPayload } from "./payloads";
import { z } from "zod";

const audited = {
  "envelope.granted": written({ after: z.strictObject({ fen, year: count }) }),
  "envelope.opened": bare,
};

describe("payloads of the log", () => {
  it("are typed: what another action says does not compile", () => {
    // @ts-expect-error the year is missing
    const lacking: AuditPayload<typeof audited, "envelope.granted"> = { after: { fen: "1" } };
    // @ts-expect-error a sum is text, so that no number rounds it
    const rounded: AuditPayload<typeof audited, "envelope.granted"> = { after: { fen: 1, year: 2026 } };
    expect(() => requirePayload(audited, "envelope.granted", lacking)).toThrow("after.year");
    expect(() => requirePayload(audited, "envelope.granted", rounded)).toThrow("after.fen");
    expect(() => requirePayload(audited, "envelope.opened", { after: { fen: "1" } })).toThrow("after");
    requirePayload(audited, "envelope.granted", { after: { fen: "1", year: 2026 } });
  });

  it.each(["toString", "__proto__", "envelope.vanished"])("know no action %s", (action) => {
    expect(() => requirePayload(audited, action, {})).toThrow(RangeError);
  });
});
