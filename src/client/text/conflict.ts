/** *Manage*: creators like one, and brands that a shortlist has worked with. */
export const CONFLICT = {
  alike: 'More like this',
  alikeHint:
    "Select a creator's row in any list, or open the creator's report. Find opens with similar filters filled in.",
};
