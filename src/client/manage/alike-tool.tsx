import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { Platform } from '../../schema/platform';
import { MoreLike } from '../find/more-like';
import { PlatformField } from '../selection/platform-field';
import { TEXT } from '../text/text';
import { Tool } from './tool';
import type { ToolProps } from './tool-props';

/** *Find* filled with what a creator is like: from a row of any list, or from the report in front. */
export function AlikeTool({ selected, onAccount }: ToolProps): JSX.Element {
  const [platform, setPlatform] = useState<Platform | ''>('instagram');
  return (
    <Tool title={TEXT.conflict.alike}>
      {() => (
        <>
          <p class="hint">{TEXT.conflict.alikeHint}</p>
          <PlatformField platform={platform} onChange={setPlatform} />
          <MoreLike platform={platform} selected={selected?.figure} isAlone onAccount={onAccount} />
        </>
      )}
    </Tool>
  );
}
