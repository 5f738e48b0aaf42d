import type { Translation } from "~/i18n/translation";
import type { competition as zh } from "./competition.zh";

export const competition: Translation<typeof zh> = {
  title: "Fair-competition review",
  lead: "Under the Regulations on Fair Competition Review (State Council Decree 783). A changed draft is reviewed again.",
  office: "Reviewing office",
  officeHint: "The drafting body's office for fair-competition review",
  reviewedOn: "Reviewed on",
  heard: "Who was heard",
  heardHint: "Operators, associations or the public that were heard (article 16)",
  marketEntry: "Does it limit entry to or exit from a market (article 8)?",
  freeFlow: "Does it limit the free flow of goods or factors (article 9)?",
  operatingCost:
    "Does it bear on costs without a basis in law, such as selective or differentiated rewards to particular operators (article 10)?",
  operatingConduct: "Does it bear on how operators conduct business (article 11)?",
  ground: "Exception relied on (article 12)",
  groundHint: "Needed when any answer above is yes",
  noGround: "None",
  grounds: {
    security: "National security and development interests",
    innovation: "Scientific progress and own innovation",
    publicInterest: "Saving energy, environment, relief and other public interests",
    law: "Other cases laid down in law",
  },
  groundReason: "Why nothing hurts competition less, and until when it applies",
  opinion: "Conclusion",
  save: "Keep the review",
};
