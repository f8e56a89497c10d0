import { DAY } from '../../sheet/number-format';
import { pipelineText } from '../../schema/sheet-text';

export const ROLES = ['status', 'owner', 'next', 'note', 'fee'] as const;
export type PipelineRole = (typeof ROLES)[number];

/** Marks of a pipeline's columns: they stay with their columns, also when these are moved and renamed. */
const MARK = 'pipeline:';
export const markOf = (role: PipelineRole | 'creator' | 'platform' | 'id'): string => MARK + role;

/** Headers under which people keep these things, the likeliest first. */
const WORDS: Readonly<Record<PipelineRole, string>> = {
  status:
    'status,pipeline status,outreach status,deal status,stage,deal stage,pipeline,estado,statut,stato,stand,phase',
  owner: 'owner,assigned to,assignee,responsible,in charge,zuständig,verantwortlich,responsable,responsabile',
  next:
    'next date,next contact,next follow up,follow up date,follow up,followup,wiedervorlage,nächster termin,' +
    'próxima fecha,prochaine date',
  note: 'note,notes,comment,comments,remarks,notiz,notizen,kommentar,kommentare,nota,notas,commentaire,commentaires',
  fee: 'fee,fees,rate,price,honorar,gage,preis,precio,tarifa,tarif,prix',
};

/** `Follow-up:`, `Fee (EUR)`. */
const plain = (header: string): string =>
  header
    .toLowerCase()
    .replace(/\(.*?\)/g, ' ')
    .replace(/[^\p{L}\p{M}]+/gu, ' ')
    .trim();

/** The column that holds such things already; undefined: there is none. Columns in `taken` are something else. */
export function columnLike(
  role: PipelineRole,
  headers: readonly string[],
  taken: ReadonlySet<number>,
): number | undefined {
  const texts = headers.map(plain);
  for (const word of WORDS[role].split(',')) {
    const at = texts.findIndex((text, index) => text === word && !taken.has(index + 1));
    if (at >= 0) return at + 1;
  }
  return undefined;
}

/** How new columns look. The money is the spreadsheet's. */
export const columnLooks = (
  money: string,
): Record<PipelineRole, { header: string; width: number; format?: string }> => ({
  status: { header: pipelineText().headers.status, width: 130 },
  owner: { header: pipelineText().headers.owner, width: 120 },
  next: { header: pipelineText().headers.next, width: 116, format: DAY },
  note: { header: pipelineText().headers.note, width: 240 },
  fee: { header: pipelineText().headers.fee, width: 110, format: money },
});
