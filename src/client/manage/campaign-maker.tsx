import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { Platform } from '../../schema/platform';
import type { CampaignInFront } from '../../sidebar/campaign-calls';
import type { Calls } from '../../sidebar/calls';
import { call } from '../call';
import { PlatformField } from '../selection/platform-field';
import { TEXT } from '../text/text';
import { Button } from '../ui/button';
import { Check } from '../ui/check';
import { ErrorNote } from '../ui/error-note';
import { announce } from '../ui/live';
import { Note } from '../ui/note';
import { Select } from '../ui/select';
import { TextField } from '../ui/text-field';
import { useAction } from '../ui/use-action';

type Source = Extract<CampaignInFront, { source: unknown }>['source'];
type Form = Calls['makeCampaign']['gives']['form'];
type TypeName = keyof typeof TEXT.campaign.typeNames;
const TYPES = Object.keys(TEXT.campaign.typeNames) as TypeName[];

const DAY_MS = 86_400_000;
/** Posts may come before the contract's days. */
const DAYS_BACK = 30;
const isoDay = (ms: number): string => new Date(ms).toISOString().slice(0, 10);

interface CampaignMakerProps {
  source: Source;
  platform: Platform | '';
  onPlatform: (platform: Platform | '') => void;
  onMade: () => void;
}

/** What each creator is to post, then a tracker of it. */
export function CampaignMaker({ source, platform, onPlatform, onMade }: CampaignMakerProps): JSX.Element {
  const [first] = source.statuses;
  const [rows, setRows] = useState(source.isAgreed && first ? 'status ' + first.status : 'all');
  const [types, setTypes] = useState<TypeName[]>(['reel']);
  const [typed, setTyped] = useState({
    dueDay: '',
    fromDay: isoDay(Date.now() - DAYS_BACK * DAY_MS),
    hashtags: '',
    mentions: '',
  });
  const [needsDisclosure, setNeedsDisclosure] = useState(true);
  const [made, setMade] = useState<Calls['makeCampaign']['gets']>();
  const action = useAction();
  const options = [
    ...source.statuses.map(({ status, creators }) => ({
      value: 'status ' + status,
      label: TEXT.campaign.withStatus(status, creators),
    })),
    { value: 'selected', label: TEXT.campaign.selected },
    { value: 'all', label: TEXT.campaign.all(source.creators) },
  ];
  const field = (name: keyof typeof typed, label: string, more: { type?: 'date'; hint?: string } = {}): JSX.Element => (
    <TextField
      label={label}
      value={typed[name]}
      maxLength={300}
      {...more}
      onInput={(value) => setTyped((now) => ({ ...now, [name]: value }))}
    />
  );
  const make = (): void =>
    void action.run('make', async () => {
      setMade(undefined);
      const form: Form = {
        platform,
        choice: rows.startsWith('status ')
          ? { status: rows.slice('status '.length) }
          : { rows: rows === 'selected' ? 'selected' : 'all' },
        types,
        ...typed,
        needsDisclosure,
      };
      const done = await call('makeCampaign', { sheetId: source.sheetId, form });
      setMade(done);
      announce(TEXT.campaign.made(done.sheet, done.deliverables));
      onMade();
    });
  return (
    <>
      <p>
        {TEXT.campaign.list(source.sheet, source.creators)}
        {source.unread > 0 && ' ' + TEXT.campaign.unread(source.unread)}
      </p>
      <Select label={TEXT.campaign.rows} value={rows} options={options} onChange={setRows} />
      {source.creators === 0 && <PlatformField platform={platform} onChange={onPlatform} />}
      <fieldset class="picked">
        <legend>{TEXT.campaign.types}</legend>
        {TYPES.map((type) => (
          <Check
            key={type}
            checked={types.includes(type)}
            onChange={(isWanted) => setTypes(TYPES.filter((each) => (each === type ? isWanted : types.includes(each))))}
          >
            {TEXT.campaign.typeNames[type]}
          </Check>
        ))}
      </fieldset>
      {field('dueDay', TEXT.campaign.due, { type: 'date' })}
      {field('hashtags', TEXT.campaign.hashtags)}
      {field('mentions', TEXT.campaign.mentions)}
      <Check checked={needsDisclosure} onChange={setNeedsDisclosure} hint={TEXT.campaign.disclosureHint}>
        {TEXT.campaign.disclosure}
      </Check>
      {field('fromDay', TEXT.campaign.from, { type: 'date', hint: TEXT.campaign.fromHint })}
      {source.hasFees && types.length > 1 && <p class="hint">{TEXT.campaign.feesSplit}</p>}
      {types.length === 0 && <p class="hint">{TEXT.campaign.chooseType}</p>}
      <div class="tool-dock">
        <ErrorNote {...action.failure} />
        <Note kind="good">
          {made &&
            [
              TEXT.campaign.made(made.sheet, made.deliverables),
              made.byIdAlone > 0 && TEXT.campaign.byIdAlone(made.byIdAlone),
              made.textFees > 0 && TEXT.campaign.textFees(made.textFees),
            ]
              .filter(Boolean)
              .join(' ')}
        </Note>
        <Button wide busy={action.busy !== undefined} disabled={types.length === 0} onClick={make}>
          {TEXT.campaign.make}
        </Button>
      </div>
    </>
  );
}
