/** Number formats of Sheets: a figure shows in one way wherever it stands, and the whole number stays under it. */
export const COUNT = '#,##0';
/** Small rates would all be 0.0%. `4.21` is the API's 4.21 percent, in posts `0.0421`. */
export const ENGAGEMENT = '[<1]0.00"%";0.0"%"';
export const ENGAGEMENT_SHARE = '[<0.01]0.00%;0.0%';
export const GROWTH = '+0.0"%";-0.0"%";0.0"%"';
export const SCORE = '0.0';
export const SHARE = '0.0%';
export const DAY = 'yyyy-mm-dd';
export const TIME = 'yyyy-mm-dd hh:mm';
/** Large figures, to be taken in at a glance. */
export const IN_SHORT = '[>=1000000]#,##0.0,,"M";[>=10000]#,##0.0,"K";#,##0';
