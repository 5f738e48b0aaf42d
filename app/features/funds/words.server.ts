import { funds as en } from "./funds.en";
import { funds as zh } from "./funds.zh";

/** The words of this context for files, in both languages. */
export const fundsWords = { zh, en };
