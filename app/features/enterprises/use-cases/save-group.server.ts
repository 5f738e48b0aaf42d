import { shanghaiDay } from "~/kernel/plain-date";
import type { Deps } from "~/platform/context.server";
import type { Statement } from "../adapters/enterprise.repository.server";
import { readFactInput } from "~/features/policies/domain/fact-input";
import { readProfile } from "./read-profile.server";
import { chosenYear, statable } from "./read-group-form.server";
import { saveFacts } from "./save-facts.server";

/**
 * Keeps what was changed in the questions of one group; an emptied answer takes the statement back. Yearly figures are
 * those of `asked`, a year of `statableYears`, else of the reporting year.
 * @returns problems by fact; with any, nothing is kept
 */
export async function saveGroup(
  deps: Deps,
  enterpriseId: string,
  group: string,
  values: Readonly<Record<string, string>>,
  asked: string | null = null,
): Promise<Record<string, string>> {
  const { records } = await readProfile(deps, enterpriseId);
  const today = shanghaiDay(deps.clock.now());
  const figures = chosenYear(today, asked);
  const errors: Record<string, string> = {};
  const statements: Statement[] = [];
  for (const definition of statable(deps.catalogue, group)) {
    const typed = values[definition.name];
    if (typed === undefined) continue;
    const year = definition.scope === "annual" ? figures : null;
    const known = records.find((record) => record.fact === definition.name && record.year === year);
    const read = typed.trim() === "" ? { ok: true as const, value: null } : readFactInput(definition, typed, today);
    if (!read.ok) errors[definition.name] = read.problem;
    else if (read.value !== (known?.value ?? null))
      statements.push({ fact: definition.name, year, value: read.value, source: "declared", authority: null });
  }
  if (Object.keys(errors).length === 0 && statements.length > 0) await saveFacts(deps, enterpriseId, statements);
  return errors;
}
