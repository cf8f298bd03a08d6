//! A set of hashes.

/// A set of hashes, with twice as many slots as it was made for at least.
pub(super) struct Set {
    slots: Vec<u32>,
}

impl Set {
    /// An empty set for so many hashes.
    pub fn with_capacity(hashes: usize) -> Set {
        Set { slots: vec![0; (hashes * 2 + 2).next_power_of_two()] }
    }

    /// Adds a hash.
    pub fn add(&mut self, hash: u32) {
        let slot = self.slot(hash);
        if let Some(slot) = self.slots.get_mut(slot) {
            *slot = hash;
        }
    }

    /// Whether a hash was added.
    pub fn has(&self, hash: u32) -> bool {
        self.slots.get(self.slot(hash)) == Some(&hash)
    }

    /// Where a hash is or would be.
    fn slot(&self, hash: u32) -> usize {
        let mask = self.slots.len() - 1;
        let mut slot = hash as usize & mask;
        while self.slots.get(slot).is_some_and(|found| *found != 0 && *found != hash) {
            slot = (slot + 1) & mask;
        }
        slot
    }
}

/// A hash of bytes; never 0.
pub(super) fn hash(bytes: &[u8]) -> u32 {
    finish(add(0x811C_9DC5, bytes))
}

/// A hash of texts as of one.
pub(super) fn hash_all(texts: &[&str]) -> u32 {
    finish(texts.iter().fold(0x811C_9DC5, |hash, text| add(hash, text.as_bytes())))
}

/// FNV-1a.
fn add(hash: u32, bytes: &[u8]) -> u32 {
    bytes.iter().fold(hash, |hash, byte| (hash ^ u32::from(*byte)).wrapping_mul(0x0100_0193))
}

/// Mixes in the high bits, in which such hashes differ more.
fn finish(hash: u32) -> u32 {
    (hash ^ (hash >> 15)).max(1)
}
