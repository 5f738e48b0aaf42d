import { describe, expect, it } from "vitest";
import { item } from "~/features/policies/testing/small-catalogue";
import { contentHash } from "./content-hash.server";

const reversed = (value: object) => Object.fromEntries(Object.entries(value).reverse());

describe("contentHash", () => {
  it("is sha256 of the canonical text", () => {
    // FIPS 180-4: sha256 of the two characters {}
    expect(contentHash({})).toBe("44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a");
  });
  it("does not depend on the order of keys", () => expect(contentHash(reversed(item()))).toBe(contentHash(item())));
  it("changes with any content", () => {
    expect(contentHash(item({ notes: "改" }))).not.toBe(contentHash(item()));
    expect(contentHash(item({ steps: [...item().steps].reverse() }))).not.toBe(contentHash(item()));
  });
});
