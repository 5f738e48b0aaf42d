import type { common } from "./common.zh";

/**
 * The Chinese words of every namespace, which are the measure of all keys. The ground knows its own; those of the contexts
 * are declared where they are gathered (`~/words/zh`).
 */
export interface Words {
  common: typeof common;
}

export type Namespace = keyof Words & string;

/** A key without the plural form of its words (`count_one` is said as `count`). */
type Stem<K extends string> = K extends `${infer S}_${"zero" | "one" | "two" | "few" | "many" | "other"}` ? S | K : K;
type Leaves<T> = {
  [K in keyof T & string]: T[K] extends string ? Stem<K> : `${K}.${Leaves<T[K]>}`;
}[keyof T & string];

/** Every key of a namespace. */
export type Key<N extends Namespace> = Leaves<Words[N]>;
/** What of some keys no words have; where a part is known at run time alone, its other parts must fit one. */
type Unknown<K extends string, N extends Namespace> =
  K extends Key<N> ? never : K extends `${infer M extends Namespace}:${infer Rest}` ? Misfit<Rest, M> : Misfit<K, N>;
type Misfit<K extends string, N extends Namespace> =
  K extends Key<N> ? never : [Extract<Key<N>, K>] extends [never] ? K : never;
type Check<K extends string, N extends Namespace> = [Unknown<K, N>] extends [never]
  ? unknown
  : { noSuchWords: Unknown<K, N> };

type Values = Readonly<Record<string, unknown>>;

/**
 * Says the words of a key of the own namespace, of another one that is named, or of a full key; of several, those of the first
 * that has words. A misspelt key doesn't compile.
 */
export type Say<N extends Namespace> = <const K extends string, M extends Namespace = N>(
  key: (K & Check<K, M>) | readonly (K & Check<K, M>)[],
  values?: Values & { ns?: M },
) => string;
