import * as z from 'zod/mini';
import { badInput } from '../core/error';
import { alikeOf, subjectFound, subjectSelected } from '../jobs/search/alike';
import type { AlikeCalls } from './alike-calls';
import { aPlatform, aPlatformOrNone, aText, entry, shape, someChoices, type Entry } from './argument';
import { SEARCH_TEXT } from '../schema/said-text';

export const alikeSurface = (): { [Name in keyof AlikeCalls]: Entry } => ({
  alikeSelected: entry<'alikeSelected'>(
    () => shape({ platform: aPlatformOrNone(), choices: someChoices(), pays: z.boolean() }),
    (tools, { pays, ...form }) => alikeOf(tools, subjectSelected(tools, form), pays),
  ),
  alikeFound: entry<'alikeFound'>(
    () =>
      shape({
        platform: aPlatform(),
        id: aText(),
        username: aText(),
        country: aText(),
        followers: z.nullable(z.number()),
      }),
    (tools, { followers, ...found }) => {
      const subject = subjectFound({ ...found, ...(followers === null ? {} : { followers }) });
      if (!subject) throw badInput(SEARCH_TEXT.noName);
      return alikeOf(tools, subject, false);
    },
  ),
});
