import { render } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { start } from './app.js';

function App() {
  const place = useRef(null);
  useEffect(() => void start(place.current), []);
  return <div ref={place} />;
}

render(<App />, document.querySelector('#root'));
