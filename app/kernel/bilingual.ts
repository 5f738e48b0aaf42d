/** A text in both languages of the platform. */
export type Bilingual = { zh: string; en: string };
