mod bindings;

use bindings::exports::test::number_lists::echo;

struct Component;

impl echo::Guest for Component {
    fn list_u8(v: Vec<u8>) -> Vec<u8> {
        v
    }

    fn list_s16(v: Vec<i16>) -> Vec<i16> {
        v
    }

    fn list_u32(v: Vec<u32>) -> Vec<u32> {
        v
    }

    fn list_s64(v: Vec<i64>) -> Vec<i64> {
        v
    }

    fn list_f32(v: Vec<f32>) -> Vec<f32> {
        v
    }

    fn list_f64(v: Vec<f64>) -> Vec<f64> {
        v
    }

    fn sum(v: Vec<u64>) -> u64 {
        v.into_iter().fold(0, u64::wrapping_add)
    }
}
