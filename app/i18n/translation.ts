import type { Say } from "./keys";

/** The same keys with other words. */
export type Translation<T> = { [K in keyof T]: T[K] extends string ? string : Translation<T[K]> };

export type Language = "zh" | "en";

/** One language and how to say things in it; handed in to who writes outside a page. */
export type Speech = { language: Language; t: Say<"common"> };

/** Finds the words of a language. */
export type Speak = (language: Language) => Promise<Speech>;
