'use client';

import { useEffect, useRef, useState } from 'react';
import { Article } from 'article-widget/react';

export default function Articles() {
  const place = useRef<HTMLDivElement>(null);
  const [loaded, setLoaded] = useState('');
  useEffect(() => {
    import('../src/app.js').then(({ start }) => start(place.current!));
  }, []);
  return (
    <>
      <div ref={place} />
      <Article id="component" article={{ lang: 'en', headline: 'Component', body: 'Text' }} headingLevel={3} onLoad={(event) => setLoaded(event.detail.headline)}>
        <p>Fallback</p>
      </Article>
      <output>{loaded}</output>
    </>
  );
}
