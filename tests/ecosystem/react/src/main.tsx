import { StrictMode, useEffect, useRef, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { Article } from 'article-widget/react';
import { start } from './app.js';

function App() {
  const place = useRef<HTMLDivElement>(null);
  const started = useRef(false);
  const [loaded, setLoaded] = useState('');
  useEffect(() => {
    if (started.current || !place.current) return;
    started.current = true;
    start(place.current);
  }, []);
  return (
    <>
      <div ref={place} />
      <Article id="component" article={{ lang: 'en', headline: 'Component', body: 'Text' }} headingLevel={3} parts={['header', 'body']} onLoad={(event) => setLoaded(event.detail.headline)}>
        <p>Fallback</p>
      </Article>
      <output>{loaded}</output>
      {/* @ts-expect-error: a level is from 1 to 6 */}
      {loaded === 'never' && <Article headingLevel={7} />}
      {loaded === 'never' && <article-widget src="/a.json" heading-level={2} />}
    </>
  );
}

createRoot(document.querySelector('#root')!).render(<StrictMode><App /></StrictMode>);
