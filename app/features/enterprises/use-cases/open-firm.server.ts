import { recordAudit } from "~/features/enterprises/audited.server";
import type { Deps } from "~/platform/context.server";
import { addFirm, findByCode } from "../adapters/firm.repository.server";
import { isDoubtfulCode } from "../domain/credit-code";
import type { FirmRegistration } from "../enterprises.schema";

/** The registered firm that has a code. */
export function firmOfCode({ tx }: Pick<Deps, "tx">, creditCode: string): Promise<{ id: string; name: string } | null> {
  return findByCode(tx, creditCode);
}

/** Registers a firm for a person. @returns its id */
export async function openFirm(deps: Deps, input: FirmRegistration, userId: string): Promise<string> {
  const { creditCode, name, legalForm, region: regionCode, park, industry: industryCode } = input;
  const enterpriseId = await addFirm(deps.tx, {
    creditCode,
    name,
    legalForm,
    regionCode,
    park,
    industryCode,
    codeState: isDoubtfulCode(creditCode) ? "toConfirm" : "sound",
    createdAt: deps.clock.now(),
  });
  await recordAudit(deps, {
    action: "enterprise.registered",
    subject: { type: "enterprise", id: enterpriseId },
    enterpriseId,
    after: { creditCode, userId },
  });
  return enterpriseId;
}
