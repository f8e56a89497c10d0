import type { JSX } from 'preact';
import { AlikeTool } from './alike-tool';
import { CampaignTool } from './campaign-tool';
import { ClientSheetTool } from './client-sheet-tool';
import { ConflictTool } from './conflict-tool';
import { HistoryTool } from './history-tool';
import { PipelineTool } from './pipeline-tool';
import { DownloadTool } from './download-tool';
import { TemplateList } from './template-list';
import type { ToolProps } from './tool-props';
import { VettingTool } from './vetting-tool';

/** Each is a `details` with its name as `summary`; in the order of the work, from the shortlist to the campaign. */
const TOOLS: readonly ((props: ToolProps) => JSX.Element)[] = [
  PipelineTool,
  VettingTool,
  AlikeTool,
  ConflictTool,
  ClientSheetTool,
  CampaignTool,
  HistoryTool,
  DownloadTool,
  TemplateList,
];

/** What is done with creators once they are found. Free, where a tool doesn't say its price. */
export const ManageTab = (props: ToolProps): JSX.Element => (
  <div class="scroll">
    {TOOLS.map((Tool, at) => (
      <Tool key={at} {...props} />
    ))}
  </div>
);
