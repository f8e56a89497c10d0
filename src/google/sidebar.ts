import { spokenLanguage } from '../schema/language';

const PAGE = 'Sidebar';

/** The page names the tab that it opens with and the language that it speaks; nothing else in it changes. */
export function showSidebar(
  tab: 'find' | 'enrich' | 'reports' | 'compare' | 'content' | 'manage' | 'account' | 'help',
): void {
  const page = HtmlService.createHtmlOutputFromFile(PAGE).setTitle('influData');
  page.setContent(
    page
      .getContent()
      .replace('data-tab="find" data-language="en"', `data-tab="${tab}" data-language="${spokenLanguage()}"`),
  );
  SpreadsheetApp.getUi().showSidebar(page);
}
