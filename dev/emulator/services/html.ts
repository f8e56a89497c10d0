import { ServiceError } from '../service';
import type { Service } from '../service';
import type { World } from '../world';

/** HtmlService asks the host for the pushed files only. */
export function htmlService(world: World): Service {
  return {
    costMs: () => 0,
    methods: {
      file({ args }) {
        const name = String(args[0]).replace(/\.html$/, '');
        const text = world.html[name];
        if (text === undefined) throw new ServiceError(`No HTML file named ${name} was found.`);
        return text;
      },
    },
  };
}
