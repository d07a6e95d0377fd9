(module
  (memory 1)
  (func (export "f") (param v128) (result v128)
    (v128.store8_lane 3 (i32.const 0) (local.get 0))
    (i8x16.shuffle 0 1 2 3 4 5 6 7 8 9 10 11 12 13 14 31
      (f32x4.relaxed_madd (local.get 0) (v128.const i32x4 1 2 3 4) (f32x4.splat (f32.const 1)))
      (i16x8.replace_lane 7 (v128.load32x2_s (i32.const 8)) (i32x4.extract_lane 3 (local.get 0))))))
