/** Figures made of figures and sums over lists, of an item that is edited. */
export const figures = {
  each: {
    of: "Which list is worked out entry by entry",
    part: "What one entry brings",
    where: "Which entries count",
    addWhere: "Count only some entries",
    removeWhere: "Count all entries",
    whereInText: "There is more than one condition: change them in the text.",
    otherwise: "While entries are not listed",
    addOtherwise: "Work it out together while entries are not listed",
    removeOtherwise: "Nothing while entries are not listed",
  },
  figure: {
    shape: "How {{of}} is found",
    fact: "One fact",
    number: "A number of the text",
    minus: "Difference (not below 0)",
    times: "Product",
    lesser: "The lower of two",
    minusLeft: "{{of}}: from",
    minusRight: "{{of}}: less",
    timesLeft: "{{of}}: first factor",
    timesRight: "{{of}}: second factor",
    lesserLeft: "{{of}}: first",
    lesserRight: "{{of}}: second",
  },
};
