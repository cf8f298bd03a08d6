import Articles from './articles';

export default function Page() {
  return <Articles />;
}
