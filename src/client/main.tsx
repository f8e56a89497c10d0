import { render } from 'preact';
import { App, tabOf } from './app';
import { LANGUAGE } from './language';
import './styles/base.css';
import './styles/page.css';
import './styles/control.css';
import './styles/field.css';
import './styles/box.css';
import './styles/check.css';
import './styles/note.css';
import './styles/find.css';
import './styles/enrich.css';
import './styles/report.css';
import './styles/content.css';
import './styles/account.css';
import './styles/help.css';
import './styles/manage.css';
import './styles/motion.css';
import './styles/zoom.css';

document.documentElement.lang = LANGUAGE;
const root = document.getElementById('app');
// The menu says which tab it wants in the page itself: the server changes this attribute.
const asked = document.body.dataset['tab'];
if (root) render(<App firstTab={tabOf(asked)} opensHelp={asked === 'help'} />, root);
