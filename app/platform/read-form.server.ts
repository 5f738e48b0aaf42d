import type { z } from "zod";
import type { FormAnswer } from "~/ui/form";

export type ReadForm<T> = { ok: true; data: T; values: Record<string, string> } | { ok: false; answer: FormAnswer };

/** Text fields of a form, each once. */
export async function formValues(request: Request): Promise<Record<string, string>> {
  const form = await request.formData();
  return Object.fromEntries([...form].flatMap(([name, value]) => (typeof value === "string" ? [[name, value]] : [])));
}

/**
 * Reads a form by a schema; where it won't do, gives the first problem of each field and everything typed but passwords.
 * Fields named in `lists` may be ticked several times.
 */
export async function readForm<S extends z.ZodType>(
  request: Request,
  schema: S,
  lists: readonly string[] = [],
): Promise<ReadForm<z.infer<S>>> {
  const form = await request.formData();
  const values = Object.fromEntries(
    [...form].flatMap(([name, value]) => (typeof value === "string" ? [[name, value]] : [])),
  );
  const several = Object.fromEntries(lists.map((name) => [name, form.getAll(name)]));
  const checked = schema.safeParse({ ...values, ...several });
  if (checked.success) return { ok: true, data: checked.data, values };
  const errors: Record<string, string> = {};
  for (const issue of checked.error.issues) errors[String(issue.path[0] ?? "form")] ??= issue.message;
  const typed = Object.fromEntries(Object.entries(several).map(([name, all]) => [name, all.join(",")]));
  return { ok: false, answer: { errors, values: withoutSecrets({ ...values, ...typed }) } };
}

/** What may be shown again. */
export function withoutSecrets(values: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(values).filter(([name]) => !name.toLowerCase().includes("password")));
}
