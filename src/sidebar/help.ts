import { exampleOf, formulaRows, priceOfFormula, signatureOf, type FormulaRow } from '../api/formula-table';
import { bundleVersion } from '../core/version';
import { formulaSwitches, readSettings, SETTINGS_PROPERTY, type Settings } from '../gate/settings';
import { checkInstallation, installationText } from '../jobs/check/installation';
import { insertFormula } from '../jobs/menu/insert-formula';
import { separatorOf } from '../schema/locale';
import { spokenLanguage } from '../schema/language';
import { archiveStatusesDe, cellStatusesDe, formulaGivesDe, glossaryDe, rowStatusesDe } from '../schema/text/de/help';
import { archiveStatuses, cellStatuses, GLOSSARY, rowStatuses } from '../schema/text/help';
import { aText, entry, nothing, shape, type CallTools, type Entry } from './argument';
import type { FormulaHelp, HelpCalls, HelpLists, Installation } from './help-calls';

/** What *Help* can do. */
export const helpSurface = (): { [Name in keyof HelpCalls]: Entry } => ({
  help: entry<'help'>(nothing, helpLists),
  insertFormula: entry<'insertFormula'>(
    () => shape({ name: aText(), over: aText() }),
    (tools, { name, over }) => insertFormula(tools, name, over),
  ),
  checkInstallation: entry<'checkInstallation'>(nothing, installation),
});

function installation(tools: CallTools): Installation {
  const lines = checkInstallation(tools);
  return { lines, text: installationText(lines) };
}

function helpLists({ host, archive }: CallTools): HelpLists {
  const { settings } = readSettings(host.documentProperties.get(SETTINGS_PROPERTY));
  const separator = separatorOf(host.locale());
  return {
    version: bundleVersion(),
    formulas: formulaRows().map((row) => formulaHelp(row, separator, settings)),
    ...listsSpoken(),
    archive: !archive ? [] : spokenLanguage() === 'de' ? archiveStatusesDe() : archiveStatuses(),
  };
}

const givesSpoken = (): Readonly<Record<string, string>> => (spokenLanguage() === 'de' ? formulaGivesDe() : {});

const listsSpoken = (): Pick<HelpLists, 'cells' | 'rows' | 'glossary'> =>
  spokenLanguage() === 'de'
    ? { cells: cellStatusesDe(), rows: rowStatusesDe(), glossary: glossaryDe() }
    : { cells: cellStatuses(), rows: rowStatuses(), glossary: GLOSSARY };

function formulaHelp(row: FormulaRow, separator: ',' | ';', settings: Settings): FormulaHelp {
  const off = row.buys === 'none' ? undefined : formulaSwitches()[row.buys];
  const requests = priceOfFormula(row);
  // The example's platform has a data status, which is free.
  const isFree = row.name === 'INFLU_FOLLOWERS' && settings.followersFromStatus;
  return {
    name: row.name,
    signature: signatureOf(row),
    // Written for documents.
    gives: (givesSpoken()[row.name] ?? row.gives).split('`').join(''),
    example: exampleOf(row, separator),
    exampleRequests: isFree ? 0 : requests * (row.times ?? 1),
    requests,
    ...(row.per === undefined ? {} : { per: row.per }),
    ...(off && !settings[off.setting] ? { offBy: off.setting } : {}),
  };
}
