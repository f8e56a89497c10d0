/** *Manage*: what is done with creators once they are found. */
export const MANAGE = {
  templates: 'Templates',
  templatesHint: 'A new sheet with formulas and examples to type over. Inserting is free.',
  insertTemplate: 'Insert',
  insertTemplateNamed: (name: string): string => 'Insert ' + name,
  templateNames: { shortlist: 'Shortlist', vetting: 'Vetting', campaign: 'Campaign tracker', plan: 'Media plan' },
  templateLines: {
    shortlist: 'Who you talk to, how far you are, and the fees',
    vetting: 'Your thresholds as green, amber and red',
    campaign: 'Posts due and live, with CPM',
    plan: 'Expected reach, CPM and what is left to spend',
  },
  made: (sheet: string): string => 'Made “' + sheet + '”. Nothing was charged.',
};
