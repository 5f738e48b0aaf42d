import type { PlainDate } from "~/kernel/plain-date";

/** What is stored of an item when its rules/ file is read again. */
export type StoredItem = {
  versionId: string;
  number: number;
  contentHash: string;
  origin: "file" | "workbench";
  endsOn: PlainDate | null;
  withdrawn: boolean;
  /** Hash of what the file said when it was last followed; null for an item no file has named yet. */
  fileHash: string | null;
};

/**
 * What a file means for an item. `publish`: the file is followed with a new version. `keep`: the file says nothing new.
 * `follow`: the file has caught up with the version in force (an export came back). `wait`: the file was changed while a
 * version signed by two persons is in force; the file doesn't overrule it.
 */
export function decideFile(known: StoredItem | undefined, fileHash: string): "publish" | "keep" | "follow" | "wait" {
  if (!known) return "publish";
  if (known.fileHash === fileHash) return "keep";
  if (known.contentHash === fileHash) return "follow";
  return known.origin === "workbench" ? "wait" : "publish";
}

/** Whether the last day a version is offered has passed. */
export function hasEnded({ endsOn }: Pick<StoredItem, "endsOn">, today: PlainDate): boolean {
  return endsOn !== null && endsOn < today;
}
