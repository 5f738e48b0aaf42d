/** Under this key a transaction knows which edition of the calendar is in force, whoever has read it (see `oncePerTransaction`). */
export const editionInForceKey = "calendar-edition";
