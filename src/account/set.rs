//! A set of hashes.

/// A set of hashes. It is made of all of them at once, so that at least half of its slots stay free.
pub(super) struct Set {
    slots: Vec<u32>,
}

impl Set {
    /// Creates a set of these hashes.
    pub fn new(hashes: &[u32]) -> Set {
        let mut set = Set { slots: vec![0; (hashes.len() * 2 + 2).next_power_of_two()] };
        for hash in hashes {
            let slot = set.slot(*hash);
            if let Some(slot) = set.slots.get_mut(slot) {
                *slot = *hash;
            }
        }
        set
    }

    /// Returns whether a hash is in the set.
    pub fn has(&self, hash: u32) -> bool {
        self.slots.get(self.slot(hash)) == Some(&hash)
    }

    /// Returns the slot in which a hash is or would be.
    fn slot(&self, hash: u32) -> usize {
        let mask = self.slots.len() - 1;
        let mut slot = hash as usize & mask;
        while self.slots.get(slot).is_some_and(|found| *found != 0 && *found != hash) {
            slot = (slot + 1) & mask;
        }
        slot
    }
}

/// Hashes bytes; the result is never 0.
pub(super) fn hash(bytes: &[u8]) -> u32 {
    finish(add(0x811C_9DC5, bytes))
}

/// Hashes texts as if they were one.
pub(super) fn hash_all(texts: &[&str]) -> u32 {
    finish(texts.iter().fold(0x811C_9DC5, |hash, text| add(hash, text.as_bytes())))
}

/// Continues an FNV-1a hash.
fn add(hash: u32, bytes: &[u8]) -> u32 {
    bytes.iter().fold(hash, |hash, byte| (hash ^ u32::from(*byte)).wrapping_mul(0x0100_0193))
}

/// Mixes in the high bits, in which FNV-1a hashes differ more.
fn finish(hash: u32) -> u32 {
    (hash ^ (hash >> 15)).max(1)
}
