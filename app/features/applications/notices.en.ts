import type { Translation } from "~/i18n/translation";
import type { notices as zh } from "./notices.zh";

export const notices: Translation<typeof zh> = {
  messageFromFirm: {
    title: "A firm has written",
    text: "{{firm}} wrote to your department about its application for “{{item}}”; please read and answer.",
  },
  messageFromDepartment: {
    title: "A department has written",
    text: "{{department}} wrote to you about the application for “{{item}}”.",
  },
};
