mod bindings;

use bindings::exports::test::flag_sets::echo::{self, Flags1, Flags8, Flags9, Flags16, Flags17, Flags32};

struct Component;

impl echo::Guest for Component {
    fn echo1(v: Flags1) -> Flags1 {
        v
    }

    fn echo8(v: Flags8) -> Flags8 {
        v
    }

    fn echo9(v: Flags9) -> Flags9 {
        v
    }

    fn echo16(v: Flags16) -> Flags16 {
        v & Flags16::all()
    }

    fn echo17(v: Flags17) -> Flags17 {
        !!v
    }

    fn echo32(v: Flags32) -> Flags32 {
        Flags32::from_bits(v.bits())
    }

    fn all(v: Vec<Flags9>) -> Vec<Flags9> {
        v
    }
}
