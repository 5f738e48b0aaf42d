/** A file as it came in. */
export type UploadedFile = { fileName: string; bytes: Uint8Array };

/** A private file as it goes out. */
export type ServedFile = {
  bytes: Uint8Array;
  fileName: string;
  mimeType: string;
  /** shown by the browser instead of saved */ inline: boolean;
};
