(module (func $f (result i32) (i32.const 1)) (global i32 (call $f)))
