mod bindings;

use bindings::exports::test::wide_results::echo::{self, Everything};

struct Component;

impl echo::Guest for Component {
    fn all(seed: u32) -> Everything {
        Everything {
            a: seed as u8,
            b: seed as u16,
            c: seed,
            d: u64::from(seed),
            e: (seed as i8).wrapping_neg(),
            f: seed as f32,
            g: f64::from(seed),
            h: char::from_u32(u32::from('a') + seed).unwrap(),
            i: seed > 0,
            j: format!("s{seed}"),
            k: vec![seed as u16],
            l: Some(format!("o{seed}")),
            m: Err(format!("e{seed}")),
            n: (seed as u8, u64::from(seed)),
        }
    }

    fn texts(count: u32) -> Vec<(String, u32)> {
        (0..count).map(|i| (format!("text {i}"), i)).collect()
    }
}
