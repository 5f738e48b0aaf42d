import { z } from "zod";

/** What is written beside an action: before and after, and versions where there are such; nothing else. */
export const written = z.strictObject;
export const text = z.string();
export const textOrNone = text.nullable();
export const count = z.int();
/** whole fen as decimal digits */
export const fen = z.string().regex(/^-?\d+$/);
/** Asia/Shanghai day */
export const day = z.string().regex(/^\d{4}-\d\d-\d\d$/);
export const dayOrNone = day.nullable();
const nothing = z.undefined().optional();
/** An action that says all by itself. */
export const bare = written({ before: nothing, after: nothing, versions: nothing });
/** What a list was narrowed by: names and texts of an address. */
export const filter = z.record(text, z.union([text, z.number(), z.boolean(), z.undefined()]));
