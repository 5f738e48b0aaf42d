import type { ReactNode } from "react";

/** A sign of the interface, always beside words; edge length in pixels, 24 where none is given. */
export type Icon = (props: { size?: number; className?: string; "aria-hidden"?: true }) => ReactNode;

/** Strokes on a field of 24 by 24, in the colour of the text around. */
function icon(strokes: string): Icon {
  return function Sign({ size = 24, className }) {
    return (
      <svg
        aria-hidden
        className={className}
        width={size}
        height={size}
        viewBox="0 0 24 24"
        fill="none"
        stroke="currentColor"
        strokeWidth={2}
        strokeLinecap="round"
        strokeLinejoin="round"
      >
        <path d={strokes} />
      </svg>
    );
  };
}

const circle = "M2 12a10 10 0 1 0 20 0a10 10 0 1 0-20 0";
const tick = "M8 12.5l3 3l5.5-6.5";
const dot = (x: number, y: number) => `M${x} ${y}h.01`;
const folder = "M3 12V6a1 1 0 0 1 1-1h5l2 3h9a1 1 0 0 1 1 1v9a1 1 0 0 1-1 1H4a1 1 0 0 1-1-1v-1";

export const ArrowDown = icon("M12 4v16M5 13l7 7l7-7");
export const ArrowUp = icon("M12 20V4M5 11l7-7l7 7");
export const Ban = icon(`${circle}M5 5l14 14`);
export const Bell = icon("M5 17h14c-1.5-1.6-2-3.4-2-7a5 5 0 0 0-10 0c0 3.6-.5 5.4-2 7M10 21h4");
export const Check = icon("M4 12.5l5.5 5.5L20 7");
export const ChevronDown = icon("M6 9l6 6l6-6");
export const ChevronRight = icon("M9 6l6 6l-6 6");
export const CircleAlert = icon(`${circle}M12 7v6${dot(12, 16.5)}`);
export const CircleCheck = icon(`${circle}${tick}`);
export const CircleDashed = icon(
  "M9 2.5a10 10 0 0 1 6 0M19.5 5.4a10 10 0 0 1 2.2 5M21.3 15.7a10 10 0 0 1-3.4 4.4M14.4 21.7a10 10 0 0 1-4.8 0M6.1 20.1a10 10 0 0 1-3.4-4.4M2.3 10.4a10 10 0 0 1 2.2-5",
);
export const CircleHelp = icon(`${circle}M9 9.5a3 3 0 1 1 4.3 2.7c-.9.4-1.3 1-1.3 1.8${dot(12, 17.5)}`);
export const CircleX = icon(`${circle}M8.5 8.5l7 7M15.5 8.5l-7 7`);
export const Clock = icon(`${circle}M12 6v6l4 2.5`);
export const FileText = icon("M14 2H6a1 1 0 0 0-1 1v18a1 1 0 0 0 1 1h12a1 1 0 0 0 1-1V7zM14 2v5h5M8.5 12h7M8.5 16h7");
export const FolderInput = icon(`${folder}M2 15h10M9 12l3 3l-3 3`);
export const FolderOutput = icon(`${folder}M12 15H2M5 12l-3 3l3 3`);
export const Inbox = icon("M2 13h6l1.5 3h5L16 13h6M2 13l4-8h12l4 8v6a1 1 0 0 1-1 1H3a1 1 0 0 1-1-1z");
export const Info = icon(`${circle}M12 11v6${dot(12, 7.5)}`);
export const LogOut = icon("M9 21H4V3h5M16 7l5 5l-5 5M21 12H9");
export const Plus = icon("M12 5v14M5 12h14");
export const Printer = icon(
  "M7 8V3h10v5M7 17H4a1 1 0 0 1-1-1V9a1 1 0 0 1 1-1h16a1 1 0 0 1 1 1v7a1 1 0 0 1-1 1h-3M7 14h10v7H7z",
);
export const Trash = icon("M4 6h16M9 6V3h6v3M6 6l1 15h10l1-15M10 10.5v6.5M14 10.5v6.5");
export const TriangleAlert = icon(`M12 3L2 20.5h20zM12 9.5v5${dot(12, 17.5)}`);
export const UserRound = icon("M7 8a5 5 0 1 0 10 0a5 5 0 1 0-10 0M4 21a8 8 0 0 1 16 0");
export const X = icon("M6 6l12 12M18 6L6 18");
