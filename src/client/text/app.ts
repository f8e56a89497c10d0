/** The page as a whole: its tabs, and calls that came to nothing. */
export const APP = {
  title: 'influData',
  find: 'Find',
  enrich: 'Enrich',
  reports: 'Reports',
  content: 'Content',
  manage: 'Manage',
  account: 'Account',
  allow: 'Allow it',
  readyToEnrich: 'The new rows are selected. Choose what to get.',
  manyAccounts:
    'Google refused this page, because you are signed in to several Google accounts. Open this spreadsheet in a private window, or in a Chrome profile with one account, and start the sidebar again.',
  noConnection: "Google couldn't reach the add-on. Check your connection and try again.",
  pageFailed: 'Something went wrong in this page. Close the sidebar and open it again.',
  silentSeconds: 'No answer for 30 seconds. Try again.',
  silent: 'No answer for six minutes. Try again.',
  silentSearch: "No answer for six minutes. Try again: a page that you already paid for isn't charged again.",
  silentStart:
    'No answer for six minutes. Close the sidebar and open it again. If the run has started, you can resume it there.',
  silentStep: "No answer for six minutes. Choose Resume: what you already paid for isn't charged again.",
};
