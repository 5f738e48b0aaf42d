import type { Key } from "~/i18n/keys";

type Of<K extends string, Part extends string> = K extends `${infer Kind}.${Part}` ? Kind : never;

/**
 * What people are told of: whatever has a title and a text among the words of notices, each context its own
 * (`notices.zh.ts` in its folder), but what is said of a kind that no longer has words.
 */
export type NoticeKind = Exclude<Of<Key<"notices">, "title"> & Of<Key<"notices">, "text">, "unknown">;
