import { onMount } from 'solid-js';
import { render } from 'solid-js/web';
import { start } from './app.js';

function App() {
  let place;
  onMount(() => start(place));
  return <div ref={place} />;
}

render(() => <App />, document.querySelector('#root'));
