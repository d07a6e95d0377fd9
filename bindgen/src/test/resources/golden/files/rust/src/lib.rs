//! A component of the world `keeper`.

mod bindings;

use bindings::exports::acme::files::feed;
use bindings::exports::acme::files::store;
use ::std::collections::BTreeMap;

/// Implements what the world exports.
struct Component;

impl store::Guest for Component {
    type Blob = Blob;

    fn save(entries: Vec<store::Entry>) {
        let _ = entries;
        todo!()
    }

    fn load(name: String) -> Option<store::Blob> {
        let _ = name;
        todo!()
    }

    fn sizes(blobs: Vec<&store::Blob>) -> BTreeMap<String, u64> {
        let _ = blobs;
        todo!()
    }
}

struct Blob;

impl store::GuestBlob for Blob {
    fn new(init: Vec<u8>) -> Self {
        let _ = init;
        todo!()
    }

    fn read(&self, offset: u64, count: u32) -> Result<Vec<u8>, store::Failure> {
        let _ = (offset, count);
        todo!()
    }

    fn write(&self, bytes: Vec<u8>) {
        let _ = bytes;
        todo!()
    }

    fn merge(left: store::Blob, right: &store::Blob) -> store::Blob {
        let _ = (left, right);
        todo!()
    }
}

impl feed::Guest for Component {
    fn follow(name: String) -> Result<bindings::abi::Handle, String> {
        let _ = name;
        todo!()
    }

    fn latest() -> feed::Chunk {
        todo!()
    }

    fn digest(of: [u8; 4]) -> [u8; 4] {
        let _ = of;
        todo!()
    }
}

impl bindings::Guest for Component {
    fn start(seed: u32) -> Result<(), String> {
        let _ = seed;
        todo!()
    }
}
