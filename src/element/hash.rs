//! SHA-256 (FIPS 180-4) for content security policies; a dependency would cost every user of the crate more.

const BASE64: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

const K: [u32; 64] = [
    0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5, 0xd807aa98,
    0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174, 0xe49b69c1, 0xefbe4786,
    0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da, 0x983e5152, 0xa831c66d, 0xb00327c8,
    0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967, 0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13,
    0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85, 0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819,
    0xd6990624, 0xf40e3585, 0x106aa070, 0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a,
    0x5b9cca4f, 0x682e6ff3, 0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7,
    0xc67178f2,
];

const START: [u32; 8] =
    [0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19];

/// Returns the hash in the notation of content security policies: `sha256-` and Base64.
pub(super) fn sha256(bytes: &[u8]) -> String {
    let mut padded = bytes.to_vec();
    padded.push(0x80);
    while padded.len() % 64 != 56 {
        padded.push(0);
    }
    padded.extend((bytes.len() as u64 * 8).to_be_bytes());
    let mut state = START;
    for block in padded.chunks(64) {
        state = mix(state, block);
    }
    let mut digest: Vec<u8> = state.iter().flat_map(|word| word.to_be_bytes()).collect();
    // One more byte completes the last group of three.
    digest.push(0);
    let mut out = String::from("sha256-");
    for group in digest.chunks(3) {
        let bits = group.iter().fold(0, |bits: usize, byte| bits << 8 | usize::from(*byte));
        for shift in [18, 12, 6, 0] {
            out.push(BASE64.get(bits >> shift & 63).copied().unwrap_or(b'A').into());
        }
    }
    out.pop();
    out.push('=');
    out
}

/// Mixes one block into the state (section 6.2.2).
fn mix(state: [u32; 8], block: &[u8]) -> [u32; 8] {
    let mut words = [0u32; 16];
    for (word, bytes) in words.iter_mut().zip(block.chunks(4)) {
        *word = bytes.iter().fold(0, |word, byte| word << 8 | u32::from(*byte));
    }
    let mut now = state;
    for constant in K {
        let [a, b, c, d, e, f, g, h] = now;
        let [w0, w1, _, _, _, _, _, _, _, w9, _, _, _, _, w14, _] = words;
        let choice = (e & f) ^ (!e & g);
        let majority = (a & b) ^ (a & c) ^ (b & c);
        let one = h
            .wrapping_add(e.rotate_right(6) ^ e.rotate_right(11) ^ e.rotate_right(25))
            .wrapping_add(choice)
            .wrapping_add(constant)
            .wrapping_add(w0);
        let two = (a.rotate_right(2) ^ a.rotate_right(13) ^ a.rotate_right(22)).wrapping_add(majority);
        now = [one.wrapping_add(two), a, b, c, d.wrapping_add(one), e, f, g];
        words.rotate_left(1);
        if let Some(last) = words.last_mut() {
            *last = w0
                .wrapping_add(w1.rotate_right(7) ^ w1.rotate_right(18) ^ w1 >> 3)
                .wrapping_add(w9)
                .wrapping_add(w14.rotate_right(17) ^ w14.rotate_right(19) ^ w14 >> 10);
        }
    }
    let mut next = state;
    for (word, added) in next.iter_mut().zip(now) {
        *word = word.wrapping_add(added);
    }
    next
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Tests the examples of FIPS 180-4, of one block and of two, in Base64.
    #[test]
    fn hashes_are_those_of_the_standard() {
        assert_eq!(sha256(b""), "sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=");
        assert_eq!(sha256(b"abc"), "sha256-ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0=");
        assert_eq!(
            sha256(b"abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq"),
            "sha256-JI1qYdIGOLjlwCaTDD5gOaM85Flk/yFn9uzt1BnbBsE="
        );
    }
}
