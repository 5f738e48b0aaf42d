import { expect, it } from "vitest";
import { Refusal } from "~/kernel/refusal";
import { objectionLimits } from "~/features/redemption/domain/objection-limits";
import { withinObjectionLimit } from "./objection-form.server";

const from = (address: string) => ({ address });
const refuse = (status: 409 | 422) => () => Promise.reject(new Refusal("redemption.objection-empty", status));

it("counts what was sent, not a form that lacks something", async () => {
  const send = (raise: () => Promise<string>) => withinObjectionLimit(from("192.0.2.1"), null, raise);
  for (let wrong = 0; wrong < 2 * objectionLimits.perAddress; wrong += 1)
    await expect(send(refuse(422))).rejects.toMatchObject({ status: 422 });
  for (let sent = 0; sent < objectionLimits.perAddress; sent += 1)
    await expect(send(refuse(409))).rejects.toMatchObject({ status: 409 });
  await expect(send(() => Promise.resolve("one more"))).rejects.toMatchObject({ status: 429 });
  expect(await withinObjectionLimit(from("192.0.2.2"), null, () => Promise.resolve("elsewhere"))).toBe("elsewhere");
});
