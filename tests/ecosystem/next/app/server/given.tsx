'use client';

import { useState } from 'react';
import { Article } from 'article-widget/react';

export default function Given({ server }: { server: { html: string } }) {
  const [loaded, setLoaded] = useState('');
  return (
    <>
      <Article id="server" server={server} onLoad={(event) => setLoaded(event.detail.headline)}>
        <p>Fallback</p>
      </Article>
      <output>{loaded}</output>
    </>
  );
}
