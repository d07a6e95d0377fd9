mod bindings;

use bindings::exports::test::many_parameters::echo;

struct Component;

impl echo::Guest for Component {
    fn sum(
        p0: u8,
        p1: u64,
        p2: u8,
        p3: u64,
        p4: u8,
        p5: u64,
        p6: u8,
        p7: u64,
        p8: u8,
        p9: u64,
        p10: u8,
        p11: u64,
        p12: u8,
        p13: u64,
        p14: u8,
        p15: u64,
        p16: u8,
        p17: u64,
        p18: u8,
        p19: u64,
    ) -> u64 {
        let bytes = [p0, p2, p4, p6, p8, p10, p12, p14, p16, p18];
        let longs = [p1, p3, p5, p7, p9, p11, p13, p15, p17, p19];
        // The bytes are signed ones, as they are for the host.
        bytes
            .iter()
            .map(|&byte| byte as i8 as u64)
            .chain(longs)
            .fold(0, u64::wrapping_add)
    }

    fn mixed(
        a: String,
        b: Vec<String>,
        c: Option<String>,
        d: f64,
        e: Vec<u8>,
        f: (u8, u64),
        g: String,
        h: String,
    ) -> String {
        let texts = b.join(", ");
        let maybe = c.unwrap_or("-".to_owned());
        format!("{a}[{texts}]{maybe}{}{}{}{}{g}{h}", d as i32, e.len(), f.0, f.1)
    }

    fn sixteen(
        p0: u32,
        _p1: u32,
        _p2: u32,
        _p3: u32,
        _p4: u32,
        _p5: u32,
        _p6: u32,
        _p7: u32,
        _p8: u32,
        _p9: u32,
        _p10: u32,
        _p11: u32,
        _p12: u32,
        _p13: u32,
        _p14: u32,
        p15: u32,
    ) -> u32 {
        p0.wrapping_sub(p15)
    }
}
