import { count, number, price } from '../format';

/** The first minutes: to a key, and what to do with it. */
export const WELCOME = {
  title: 'Welcome to influData',
  what: 'Find creators on six platforms, and get their followers, engagement, audiences and posts into this sheet.',
  needsKey: 'You need an influData key. Nothing is spent before you see the price.',
  getTrial: 'Get a free trial',
  haveKey: 'I have a key',
  trialHint: '250 requests, 14 days, all platforms. No card needed.',
  connected: "You're connected",
  waiting: (formulas: number): string =>
    formulas === 1 ? '1 formula was waiting.' : number(formulas) + ' formulas were waiting.',
  recalculate: (formulas: number): string => (formulas === 1 ? 'Recalculate it' : 'Recalculate them'),
  recalculateHint: 'Formulas buy what is not saved yet, within your caps.',
  firstSteps: 'What would you like to do first?',
  find: 'Find creators',
  findWhat: 'Search by country, topic, size and more.',
  findExample: 'Try: fitness in Germany',
  findPrice: 'The search costs ' + price(1) + ' when you start it.',
  enrich: 'Enrich my list',
  enrichWhat: 'Put followers, engagement and more beside your handles.',
  enrichExample: 'Select a list',
  enrichPrice: 'Selecting is free. Then ' + price(1) + ' per creator.',
  report: 'Report on one creator',
  reportWhat: 'See who follows a creator: countries, age, gender.',
  reportExample: 'Select a creator',
  reportPrice: (requests: number): string => 'Checking is free. A report costs ' + count(requests, 'request') + '.',
  selected: (sheet: string): string => 'Selected in “' + sheet + '”.',
  searchReady: 'The example is filled in.',
};
