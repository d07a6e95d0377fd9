;; What stands after a branch takes whatever it needs from the stack.
(module
  (func (result i32)
    (block (result i32)
      (br 0 (i32.const 1))
      (i32.add)
      (drop)
      (select)
      (br_table 0 0)
      (f32.convert_i64_s)
      (i32.reinterpret_f32))))
