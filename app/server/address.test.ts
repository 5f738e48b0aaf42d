import { expect, it } from "vitest";
import { addressOf } from "./address";

it.each([
  ["::ffff:192.0.2.7", "192.0.2.7"],
  ["::FFFF:192.0.2.7", "192.0.2.7"],
  ["192.0.2.7", "192.0.2.7"],
  ["2001:db8::ffff:1", "2001:db8::ffff:1"],
  ["::1", "::1"],
  [undefined, ""],
])("%s is %s", (ip, address) => expect(addressOf(ip)).toBe(address));
