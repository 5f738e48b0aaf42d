const mark = Symbol.for("huiqitong.refusal");

/** Why a command was refused. `status` is the HTTP status the one mapping place answers with. */
export class Refusal extends Error {
  override readonly name = "Refusal";
  readonly [mark] = true;

  /** The server and the built pages hold this class twice in one process: a refusal of either is one. */
  static override [Symbol.hasInstance](value: unknown): boolean {
    return typeof value === "object" && value !== null && mark in value;
  }

  constructor(
    /** Dotted code `<context>.<what>`; its words are the translation key `refusals:<code>`. */
    readonly code: string,
    readonly status: 400 | 401 | 403 | 404 | 409 | 413 | 415 | 422 | 429 | 503 = 409,
    /** Values for the words; never secrets. */
    readonly params: Readonly<Record<string, string | number>> = {},
    /** What may be done instead, as translation keys or event names. */
    readonly allowed: readonly string[] = [],
    /** Codes of what else stands in the way of the same form, so that everything is told at once. */
    readonly also: readonly string[] = [],
  ) {
    super(code);
  }
}
