mod bindings;

use bindings::exports::test::numbers::echo;

struct Component;

impl echo::Guest for Component {
    fn echo_u8(v: u8) -> u8 {
        v
    }

    fn echo_s8(v: i8) -> i8 {
        v
    }

    fn echo_u16(v: u16) -> u16 {
        v
    }

    fn echo_s16(v: i16) -> i16 {
        v
    }

    fn echo_u32(v: u32) -> u32 {
        v
    }

    fn echo_s32(v: i32) -> i32 {
        v
    }

    fn echo_u64(v: u64) -> u64 {
        v
    }

    fn echo_s64(v: i64) -> i64 {
        v
    }

    fn echo_f32(v: f32) -> f32 {
        v
    }

    fn echo_f64(v: f64) -> f64 {
        v
    }
}
