import type { z } from "zod";
import { Refusal } from "~/kernel/refusal";
import type { FormAnswer } from "~/ui/form";
import { isSecret, readFields } from "./read-body.server";

export type ReadForm<T> = { ok: true; data: T; values: Record<string, string> } | { ok: false; answer: FormAnswer };

/** Text fields of a form, each once. @throws Refusal as `readFields`, `request.doubled` (400) for a field with two values */
export async function formValues(request: Request): Promise<Record<string, string>> {
  return eachOnce(await readFields(request));
}

/** A form of which some fields come several times. `values` holds the others. @throws Refusal as `formValues` */
export async function formLists<N extends string>(
  request: Request,
  names: readonly N[],
): Promise<{ values: Record<string, string>; lists: Record<N, string[]> }> {
  return asLists(await readFields(request), names);
}

/** Fields of which some come several times; `values` holds the others. @throws Refusal as `eachOnce` */
export function asLists<N extends string>(
  fields: readonly [string, string][],
  names: readonly N[],
): { values: Record<string, string>; lists: Record<N, string[]> } {
  const several = (name: string) => (names as readonly string[]).includes(name);
  const lists = Object.fromEntries(
    names.map((name) => [name, fields.filter(([field]) => field === name).map(([, value]) => value)]),
  ) as Record<N, string[]>;
  return { values: eachOnce(fields.filter(([name]) => !several(name))), lists };
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
  const { values: once, lists: several } = await formLists(request, lists);
  const typed = Object.fromEntries(Object.entries(several).map(([name, all]) => [name, all.join(",")]));
  const checked = schema.safeParse({ ...once, ...several });
  if (checked.success) return { ok: true, data: checked.data, values: { ...once, ...lastOf(several) } };
  const errors: Record<string, string> = {};
  for (const issue of checked.error.issues) errors[String(issue.path[0] ?? "form")] ??= issue.message;
  return { ok: false, answer: { errors, values: withoutSecrets({ ...once, ...typed }) } };
}

/** What may be shown again. */
export function withoutSecrets(values: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(values).filter(([name]) => !isSecret(name)));
}

/** @throws Refusal `request.doubled` (400): which of two values is meant nobody can tell */
export function eachOnce(fields: readonly [string, string][]): Record<string, string> {
  const values = new Map<string, string>();
  for (const [name, value] of fields) {
    if (values.has(name) && values.get(name) !== value) throw new Refusal("request.doubled", 400, { field: name });
    values.set(name, value);
  }
  return Object.fromEntries(values);
}

function lastOf(lists: Readonly<Record<string, string[]>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(lists).flatMap(([name, all]) => (all.length > 0 ? [[name, all.at(-1) ?? ""]] : [])),
  );
}
