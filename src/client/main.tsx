import { render } from 'preact';
import { App } from './app';
import './styles.css';

const root = document.getElementById('app');
// The menu says which tab it wants in the page itself: the server changes this attribute.
if (root) render(<App firstTab={document.body.dataset['tab'] === 'account' ? 'account' : 'find'} />, root);
