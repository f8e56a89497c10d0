/** Sentences of app. */
export const APP = {
  find: 'Find',
  enrich: 'Enrich',
  reports: 'Reports',
  content: 'Content',
  account: 'Account',
  whatWasWrittenIsSelected: 'What was written is selected. Choose what to get.',
  infludata: 'influData',
  googleRefusedThisPageThat:
    'Google refused this page. That happens when you are signed in with several Google accounts. Open this spreadsheet in a private window, or in a Chrome profile with one account, and start the sidebar again.',
  noAnswerForSixMinutes: 'No answer for six minutes. Try again.',
  noAnswerForSixMinutes2:
    'No answer for six minutes. Try again: a page that was paid for meanwhile is not charged again.',
  noAnswerForSixMinutes3:
    'No answer for six minutes. Close the sidebar and open it again: a run that was started is offered there.',
  noAnswerForSixMinutes4: 'No answer for six minutes. Resume: what is paid for already is not charged again.',
  noAnswerFor30Seconds: 'No answer for 30 seconds. Try again.',
  usedToday: ' used today',
  paused: 'Paused',
};
