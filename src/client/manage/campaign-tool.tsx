import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { Platform } from '../../schema/platform';
import type { CampaignInFront } from '../../sidebar/campaign-calls';
import { call } from '../call';
import { useReading } from '../selection/use-reading';
import { TEXT } from '../text/text';
import { ReadingNote } from '../ui/error-note';
import { CampaignMaker } from './campaign-maker';
import { CampaignPosts } from './campaign-posts';
import { Tool } from './tool';
import type { ToolProps } from './tool-props';

/** What was agreed, and the posts that came of it: a tracker of the list in front, or the tracker in front. */
export const CampaignTool = (props: ToolProps): JSX.Element => (
  <Tool title={TEXT.campaign.title}>{() => <Campaign {...props} />}</Tool>
);

const read = (form: { platform: Platform | '' }): Promise<CampaignInFront> => call('readCampaign', form);
/** What a price is shown for. */
const priceIn = (front: CampaignInFront): unknown =>
  'tracker' in front
    ? (({ sheetId, cap, used, fresh, from, saved, earlier }) => [sheetId, cap, used, fresh, from, saved, earlier])(
        front.tracker,
      )
    : [front.source.sheetId];

function Campaign(props: ToolProps): JSX.Element {
  const { selected, isVisible, onAccount } = props;
  const [platform, setPlatform] = useState<Platform | ''>('');
  const reading = useReading(read, priceIn, { platform }, isVisible, selected && String(selected.sheetId));
  const { selection: front, error } = reading;
  return (
    <div class="tool">
      <p class="hint">{TEXT.campaign.hint}</p>
      {!front && <ReadingNote error={error} retry={reading.readAgain} onAccount={onAccount} />}
      {!front && reading.isReading && <p class="hint">{TEXT.campaign.reading}</p>}
      {front && 'source' in front && (
        <CampaignMaker
          key={front.source.sheetId}
          source={front.source}
          platform={platform}
          onPlatform={setPlatform}
          onMade={reading.readAgain}
        />
      )}
      {front && 'tracker' in front && (
        <CampaignPosts
          {...props}
          key={front.tracker.sheetId}
          tracker={front.tracker}
          read={front.budget}
          reading={reading}
        />
      )}
    </div>
  );
}
