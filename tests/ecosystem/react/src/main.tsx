import { StrictMode, useEffect, useRef } from 'react';
import { createRoot } from 'react-dom/client';
import { start } from './app.js';

function App() {
  const place = useRef<HTMLDivElement>(null);
  const started = useRef(false);
  useEffect(() => {
    if (started.current || !place.current) return;
    started.current = true;
    start(place.current);
  }, []);
  return <div ref={place} />;
}

createRoot(document.querySelector('#root')!).render(<StrictMode><App /></StrictMode>);
