'use client';

import { useEffect, useRef } from 'react';

export default function Articles() {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    import('../src/app.js').then(({ start }) => start(place.current!));
  }, []);
  return <div ref={place} />;
}
