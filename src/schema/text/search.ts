/** What stands in the way of searches, saved ones, and *More like this*. */
export const searchEn = () => ({
  unreadable: (property: string): string =>
    `We can't read the saved searches. Delete the document property ${property}.`,
  gone: (name: string): string =>
    `The saved search "${name}" no longer exists. Open the sidebar again to see the current ones.`,
  nameTaken: (name: string): string => `There is a saved search "${name}" already. Choose another name.`,
  most: (most: number): string => `At most ${most} searches can be saved. Delete one first.`,
  noRoom: 'There is no room for another search. Delete one first.',
  sheetGone: 'The result sheet no longer exists. Write to a new one.',
  failed:
    "influData couldn't finish this search and may have charged 1 request; Usage in the menu shows the balance. Try again in 10 minutes.",
  oneCreator: 'Select one creator: a row of a list, or a cell of its report.',
  platformFirst: 'Choose the platform of this creator first.',
  noTurn: 'Other influData calls kept this profile waiting for 20 seconds, so nothing was charged. Try again.',
  notFound: (id: string): string => `influData doesn't find ${id}. Check the handle.`,
  stillQueued: (id: string): string => `influData is still collecting ${id}. Try again later.`,
  noProfile: (id: string): string => `influData has no profile of ${id} that we can read. Try again tomorrow.`,
  noName: 'This creator has neither a handle nor an id.',
});
