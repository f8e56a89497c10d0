import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { Selection } from '../../sidebar/enrich-calls';
import { number } from '../format';
import { TEXT } from '../text/text';
import { Button } from '../ui/button';
import { Problem } from '../ui/field';
import { Note } from '../ui/note';
import { TextField } from '../ui/text-field';
import { fieldGroups, fieldNames, groupsFitting, PATH_GROUP, withField, type FieldGroup } from './field-group';
import { fieldRemark, notGivenText, thereText } from './field-remark';

interface FieldPickerProps {
  fields: readonly string[];
  paths: readonly string[];
  /** Fields that the sheet has, and fields that none of the last creators had. */
  there: readonly string[];
  notGiven: Selection['notGiven'];
  problem: string | undefined;
  onChange: (fields: string[]) => void;
}

const PROBLEM_ID = 'fields';

/** Which columns there will be: the catalogue by group, what audience reports have, and paths into the answer. */
export function FieldPicker({ fields, paths, there, notGiven, problem, onChange }: FieldPickerProps): JSX.Element {
  const [filter, setFilter] = useState('');
  const isFiltered = filter.trim() !== '';
  const groups = groupsFitting(fieldGroups(paths, fields), filter);
  const hasPaths = groups.some(({ name }) => name === PATH_GROUP);
  const remarkOf = (name: string): string => fieldRemark(name, there, notGiven);
  const pathField = <PathField onAdd={(path) => onChange(withField(fields, path, true))} />;
  return (
    <section class="fields" aria-labelledby="fields-title">
      <h2 id="fields-title">{TEXT.enrich.fieldsTitle(<span class="badge">{number(fields.length)}</span>)}</h2>
      {fields.length > 0 && <p class="hint clamp">{fieldNames(fields)}</p>}
      {there.length > 0 && <p class="hint">{thereText(there)}</p>}
      <Note kind="warn">{notGivenText(fields, notGiven)}</Note>
      <Problem id={PROBLEM_ID} text={problem} />
      <TextField
        label={TEXT.enrich.findField}
        value={filter}
        placeholder={TEXT.enrich.findFieldExample}
        onInput={setFilter}
      />
      {groups.map((group) => (
        <Group
          key={group.name}
          group={group}
          fields={fields}
          remarkOf={remarkOf}
          isOpen={isFiltered}
          onChange={onChange}
        >
          {group.name === PATH_GROUP && pathField}
        </Group>
      ))}
      {!hasPaths && (
        <details class="group" open={isFiltered && groups.length === 0}>
          <summary>{PATH_GROUP}</summary>
          <p class="hint">{TEXT.enrich.advancedHint(isFiltered && groups.length === 0)}</p>
          {pathField}
        </details>
      )}
    </section>
  );
}

interface GroupProps {
  group: FieldGroup;
  fields: readonly string[];
  /** What is to be known of a field before it is chosen. */
  remarkOf: (name: string) => string;
  isOpen: boolean;
  onChange: (fields: string[]) => void;
  children: JSX.Element | false;
}

function Group({ group, fields, remarkOf, isOpen, onChange, children }: GroupProps): JSX.Element {
  const chosen = group.options.filter(({ value }) => fields.includes(value)).length;
  return (
    <details class="group" open={isOpen}>
      <summary>
        {group.name}
        {chosen > 0 && (
          <span class="badge" aria-label={TEXT.enrich.fieldsSelected(chosen)}>
            {number(chosen)}
          </span>
        )}
        {group.note && <span class="group-note">{group.note}</span>}
      </summary>
      <div class={'field-list' + (group.name === PATH_GROUP ? ' paths' : '')} role="group" aria-label={group.name}>
        {group.options.map(({ value, label }) => (
          <label key={value} class="check">
            <input
              type="checkbox"
              checked={fields.includes(value)}
              onChange={(event) => onChange(withField(fields, value, event.currentTarget.checked))}
            />
            <span class="check-text">
              {label}
              {remarkOf(value) && <span class="faint"> {remarkOf(value)}</span>}
            </span>
          </label>
        ))}
      </div>
      {children}
    </details>
  );
}

/** Any value of the API's answer, by its path. */
function PathField({ onAdd }: { onAdd: (path: string) => void }): JSX.Element {
  const [typed, setTyped] = useState('');
  const path = typed.trim();
  const add = (): void => {
    if (path === '') return;
    onAdd(path);
    setTyped('');
  };
  return (
    <div
      class="path-field"
      onKeyDown={(event) => {
        if (event.key !== 'Enter' || event.target instanceof HTMLButtonElement) return;
        event.preventDefault();
        add();
      }}
    >
      <TextField
        label={TEXT.enrich.addPath}
        value={typed}
        placeholder="stats.avgLikes"
        maxLength={200}
        onInput={setTyped}
      />
      <Button disabled={path === ''} onClick={add}>
        {TEXT.enrich.add}
      </Button>
    </div>
  );
}
