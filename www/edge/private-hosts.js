// Detects hosts of private networks, in any spelling. The URL parser has already turned decimal, octal and hexadecimal
// IPv4 addresses into four numbers, and IPv6 addresses into their short form.

/** First and last address of each IPv4 block outside the public internet (IANA's registry of special addresses). */
const BLOCKS = [
  ['0.0.0.0', '0.255.255.255'], ['10.0.0.0', '10.255.255.255'], ['100.64.0.0', '100.127.255.255'],
  ['127.0.0.0', '127.255.255.255'], ['169.254.0.0', '169.254.255.255'], ['172.16.0.0', '172.31.255.255'],
  ['192.0.0.0', '192.0.0.255'], ['192.0.2.0', '192.0.2.255'], ['192.31.196.0', '192.31.196.255'],
  ['192.52.193.0', '192.52.193.255'], ['192.88.99.0', '192.88.99.255'], ['192.168.0.0', '192.168.255.255'],
  ['192.175.48.0', '192.175.48.255'], ['198.18.0.0', '198.19.255.255'], ['198.51.100.0', '198.51.100.255'],
  ['203.0.113.0', '203.0.113.255'], ['224.0.0.0', '255.255.255.255'],
].map((ends) => ends.map(numberOf));

/** Names of hosts in private networks (RFC 6761, 6762, 8375, 9476, and names that routers and clouds give). */
const NAMES = /(^|\.)(localhost|localdomain|local|internal|intranet|private|corp|home|lan|alt|onion|home\.arpa)$/;

/** An IPv4 address as a number. @param {string} address */
function numberOf(address) {
  return address.split('.').reduce((number, part) => number * 256 + Number(part), 0);
}

/**
 * Whether a host is outside the public internet.
 * @param {string} host  as in `URL.hostname`, or an address from a resolver
 */
export function isPrivate(host) {
  const name = host.toLowerCase().replace(/\.+$/, '');
  if (name.includes(':')) return isPrivateIpv6(name.replace(/^\[|\]$/g, '').replace(/%.*/, ''));
  if (/^\d+(\.\d+){3}$/.test(name)) {
    const number = numberOf(name);
    return BLOCKS.some(([first, last]) => number >= first && number <= last);
  }
  // A name without a dot is looked up in the network's own domain.
  return !name.includes('.') || NAMES.test(name);
}

/**
 * Only the global addresses 2000::/3 are public, except those for IPv4 addresses (6to4, Teredo) and for documentation.
 * So mapped, translated, local and unassigned addresses are private.
 * @param {string} address
 */
function isPrivateIpv6(address) {
  const [head = '', tail] = address.split('::');
  const groups = (/** @type {string | undefined} */ text) => (text ? text.split(':') : []);
  const [first = 0, second = 0] = [...groups(head), ...(tail === undefined ? [] : ['0', '0'])].map((group) => parseInt(group, 16));
  if (!(first >= 0x2000 && first <= 0x3fff)) return true;
  return first === 0x2002 || first === 0x3fff || (first === 0x2001 && (second < 0x200 || second === 0xdb8));
}
